/** Why a row or an object was not loaded, in both languages; `leftOut` when rightly so. */
export interface Reason {
  /** Stable, kebab-case. */
  code: string;
  nl: string;
  en: string;
  leftOut: boolean;
}

/** Something that is wrong with a row. */
export const reason = <Code extends string>(code: Code, nl: string, en: string) => ({
  code,
  nl,
  en,
  leftOut: false,
});

/** Something that is rightly not loaded. */
export const leftOut = <Code extends string>(code: Code, nl: string, en: string) => ({
  ...reason(code, nl, en),
  leftOut: true,
});
