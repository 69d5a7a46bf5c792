import { memo, useMemo } from 'react';
import { compareLength, countByTile, type PartTile } from '../../../shared/checks/part-map';
import type { Finding } from '../../../shared/checks/types';
import { setPreferences, usePreferences } from '../../app/preferences';
import { formatCount } from '../../app/ui/format';

type PartMapProps = Readonly<{
  tiles: readonly PartTile[];
  findings: readonly Finding[];
  /** The part that is looked at alone. */
  chosen: string | null;
  onChoose(blockId: string | null): void;
  onJump(blockId: string): void;
}>;

const lengthWords = { short: '偏短', usual: '', long: '偏长' } as const;

/** The map at a glance: every part a tile with its length against what is usual and what was found in it. */
export const PartMap = memo(({ tiles, findings, chosen, onChoose, onJump }: PartMapProps) => {
  const { partMap: open } = usePreferences();
  const counts = useMemo(() => (open ? countByTile(tiles, findings) : []), [open, tiles, findings]);
  const longest = Math.max(1, ...tiles.map(({ characters }) => characters));
  return (
    <section className="part-map">
      <button
        type="button"
        className="findings-kind"
        aria-expanded={open}
        onClick={() => setPreferences({ partMap: !open })}
      >
        各部分篇幅
        <span>{tiles.length}</span>
      </button>
      {open && (
        <div className="part-map-tiles">
          {tiles.map((tile, at) => {
            const { must, should } = counts[at]!;
            const length = compareLength(tile);
            const usual = tile.usual ? `通常 ${tile.usual[0]}—${tile.usual[1]} 字` : '';
            const found = [must > 0 && `必改 ${must}`, should > 0 && `建议 ${should}`].filter(Boolean).join('，');
            const words = [`${formatCount(tile.characters)} 字`, length && lengthWords[length]]
              .filter(Boolean)
              .join('，');
            return (
              <button
                key={tile.blockId}
                type="button"
                className="part-map-tile"
                data-function={tile.function ?? undefined}
                data-length={length ?? undefined}
                aria-pressed={chosen === tile.blockId}
                title={[tile.name, words, usual, found].filter(Boolean).join('；')}
                onClick={() => {
                  onChoose(chosen === tile.blockId ? null : tile.blockId);
                  onJump(tile.blockId);
                }}
              >
                <b>{tile.name}</b>
                <small>
                  {words}
                  {usual && <i>{usual}</i>}
                </small>
                <svg className="part-map-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(tile.characters / longest) * 100} height="3" />
                </svg>
                {found && <em data-severity={must > 0 ? 'must' : 'should'}>{found}</em>}
              </button>
            );
          })}
        </div>
      )}
    </section>
  );
});
