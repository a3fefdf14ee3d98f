let known: boolean | undefined;

/**
 * Whether this browser can draw a moving map. Asked when it matters and once: the try costs a moment, and is given back at
 * once, because a browser draws only so many.
 */
export function hasWebGl(): boolean {
  if (known === undefined) {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    known = context !== null;
  }
  return known;
}
