import { useEffect, useRef, useState } from 'react';
import { goToStep, tourSteps, useTourStep } from './tour';
import './tour.css';

type Frame = Readonly<{ left: number; top: number; width: number; height: number }>;

/** The part of a place that is in the window. */
const frameOf = (place: string): Frame | null => {
  const box = document.querySelector(place)?.getBoundingClientRect();
  if (!box) return null;
  const [left, top] = [Math.max(4, box.left), Math.max(4, box.top)];
  return {
    left,
    top,
    width: Math.min(window.innerWidth - 4, box.right) - left,
    height: Math.min(window.innerHeight - 4, box.bottom) - top,
  };
};

/** Goes round the editor: a frame around the place, a card with what it is for. Esc ends it; the editor stays in use. */
export const TourCard = () => {
  const step = useTourStep();
  return step === null ? null : <Step key={step} at={step} />;
};

const Step = ({ at }: { readonly at: number }) => {
  const { place, title, words } = tourSteps[at]!;
  const [frame, setFrame] = useState<Frame | null>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const measure = () => setFrame(frameOf(place));
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    const take = () => {
      measure();
      next.current?.focus();
    };
    // The screen behind may still be opening, and takes the keyboard when it is there.
    const timer = setTimeout(take, at === 0 ? 600 : 0);
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]:not([aria-modal="false"])') !== null)
        return;
      event.stopPropagation();
      goToStep(null);
    };
    window.addEventListener('resize', measure);
    window.addEventListener('keydown', leave, { capture: true });
    next.current?.focus();
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      window.removeEventListener('resize', measure);
      window.removeEventListener('keydown', leave, { capture: true });
    };
  }, [place, at]);
  const isLast = at === tourSteps.length - 1;
  return (
    <>
      {frame && <div className="tour-frame" style={frame} />}
      <section className="tour-card" aria-label="走一遍">
        <h2>
          {title}
          <small>
            {at + 1} / {tourSteps.length}
          </small>
        </h2>
        <p aria-live="polite">{words}</p>
        <div className="tour-buttons">
          <button type="button" className="btn btn-ghost" onClick={() => goToStep(null)}>
            {isLast ? '关闭' : '不看了'}
          </button>
          <span className="spacer" />
          {at > 0 && (
            <button type="button" className="btn" onClick={() => goToStep(at - 1)}>
              上一处
            </button>
          )}
          <button ref={next} type="button" className="btn btn-primary" onClick={() => goToStep(at + 1)}>
            {isLast ? '开始使用' : '下一处'}
          </button>
        </div>
      </section>
    </>
  );
};
