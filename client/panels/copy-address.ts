/**
 * Copies an address. Where the browser forbids it, as it does over plain HTTP, the address field inside the element is
 * selected, so that the reader copies by hand.
 * @returns whether it was copied
 */
export async function copyAddress(within: Element, address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    within.querySelector<HTMLInputElement>('.address')?.select();
    return false;
  }
}
