/**
 * Why a file cannot be imported, in words for whoever chose the file. Nothing was loaded when it is thrown.
 * `code` is stable (kebab-case); `nl` and `en` are whole sentences that say what to do.
 */
export class ImportError extends Error {
  readonly code: string;
  readonly nl: string;
  readonly en: string;

  constructor(said: { code: string; nl: string; en: string }, options?: ErrorOptions) {
    super(said.en, options);
    this.name = 'ImportError';
    this.code = said.code;
    this.nl = said.nl;
    this.en = said.en;
  }
}
