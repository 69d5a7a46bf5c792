/** The button of a bare page: the editor is mounted when it is pressed, with the texts the page was given. */
export const onMount = (mount: (place: HTMLElement, texts: readonly string[]) => void): void => {
  const { texts } = globalThis as unknown as { texts: readonly string[] };
  const place = document.querySelector('main')!;
  document.querySelector('button')!.addEventListener('click', (event) => {
    (event.currentTarget as HTMLElement).remove();
    mount(place, texts);
  });
};
