/** Called once any of an element is in view: what is not seen costs nothing, and a page may have many embeds. */
export function whenSeen(element: Element, then: () => void, threshold = 0): void {
  const watch = new IntersectionObserver(
    entries => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { threshold },
  );
  watch.observe(element);
}

/** Called once an element is well in view and the page has nothing else to do; not where data are to be saved. */
export function whenVisible(element: Element, then: () => void): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) return;
  const idle = globalThis.requestIdleCallback ?? ((call: () => void) => setTimeout(call, 200));
  whenSeen(element, () => idle(then), 0.25);
}

const ACTIVITIES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove'] as const;

/** Called once the reader has done nothing for a while. */
export function whenQuiet(then: () => void, milliseconds = 3000): void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(then, milliseconds);
  };
  for (const activity of ACTIVITIES) addEventListener(activity, wait, { capture: true, passive: true });
  wait();
}

/** Called after a while in which the page could be seen; a page in the background draws nothing. @returns calls it off */
export function afterPatience(then: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => (document.hidden ? wait() : then()), milliseconds);
  };
  wait();
  return () => clearTimeout(timer);
}
