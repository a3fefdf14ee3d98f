/** The address of an embed, or undefined for anything that is not one: other schemes, other paths, no address. */
export function embedAddress(text: string | null, base: string): URL | undefined {
  if (text === null || text.trim() === '') return undefined;
  let address: URL;
  try {
    address = new URL(text, base);
  } catch {
    return undefined;
  }
  const isWeb = address.protocol === 'https:' || address.protocol === 'http:';
  return isWeb && /^\/e\/[^/]/.test(address.pathname) ? address : undefined;
}
