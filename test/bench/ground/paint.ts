import type { CDPSession, Page } from 'playwright-core';

/**
 * A slow phone on a slow network, as Lighthouse throttles for "slow 4G" by the browser's own means: 1.6 Mbit/s
 * down, 750 kbit/s up, 150 ms there and back, a processor four times slower.
 */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER = 4;

/** What a browser says of painting. */
export interface Paint {
  lcp: number;
  /** Tag of the element whose painting was the largest; empty when it is gone. */
  element: string;
  shift: number;
  /** Milliseconds from press to next paint, of the slowest interaction. */
  slowest: number;
}

interface LargestPaint extends PerformanceEntry {
  element: Element | null;
}

/** Begins to write down what the browser says of painting; runs in the page before anything else. */
export function observePaint(): void {
  const seen: Paint = { lcp: 0, element: '', shift: 0, slowest: 0 };
  (globalThis as never as { paint: Paint }).paint = seen;
  const watch = (type: string, note: (entry: never) => void, more: object = {}) =>
    new PerformanceObserver(list => list.getEntries().forEach(entry => void note(entry as never))).observe({
      type,
      buffered: true,
      ...more,
    });
  watch('largest-contentful-paint', ({ startTime, element }: LargestPaint) => {
    seen.lcp = startTime;
    seen.element = element?.tagName ?? '';
  });
  watch('layout-shift', ({ value, hadRecentInput }: { value: number; hadRecentInput: boolean }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  watch(
    'event',
    ({ duration, interactionId }: { duration: number; interactionId: number }) => {
      if (interactionId > 0) seen.slowest = Math.max(seen.slowest, duration);
    },
    { durationThreshold: 16 },
  );
}

/** Makes a page slow, as a phone on a slow network is. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return session;
}

/** What was painted so far. */
export const paintOf = (page: Page): Promise<Paint> =>
  page.evaluate(() => (globalThis as never as { paint: Paint }).paint);
