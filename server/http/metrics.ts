/** A number that is read when the page is asked for. */
interface Gauge {
  name: string;
  help: string;
  read(): number | Promise<number>;
}

/** Escapes a label value as the Prometheus text format asks. */
const escaped = (value: string) =>
  value.replace(/[\\"\n]/g, character => `\\${character === '\n' ? 'n' : character}`);

/** Counts of one process, in the text format of Prometheus (version 0.0.4). */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #gauges: Gauge[] = [];

  /** One more answer. @param route its pattern, never the address itself: that would be endless */
  countRequest(method: string, route: string, status: number): void {
    const key = `method="${method}",route="${escaped(route)}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  /** A number to read on demand; NaN where it cannot be known now. */
  gauge(name: string, help: string, read: Gauge['read']): void {
    this.#gauges.push({ name, help, read });
  }

  /** The page. A gauge that fails reads NaN: the others are still wanted. */
  async text(): Promise<string> {
    const lines = ['# HELP kernkaart_requests_total Answers by route and status.'];
    lines.push('# TYPE kernkaart_requests_total counter');
    for (const [labels, count] of this.#requests) lines.push(`kernkaart_requests_total{${labels}} ${count}`);
    for (const { name, help, read } of this.#gauges) {
      const value = await Promise.resolve()
        .then(read)
        .catch(() => Number.NaN);
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${value}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
