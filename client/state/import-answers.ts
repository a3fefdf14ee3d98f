import type { ImportJob, ImportQuestion } from '#contract/import-job.ts';

/** Whose data a file has, where it does not say so itself. Name null: only the code is asked. */
export interface MunicipalityAnswer {
  code: string;
  name: string | null;
}

/** Where was looked, at which functions, from which floor area (m2). Null: everywhere, all of them, any. */
export interface CoverageAnswer {
  areas: readonly string[] | null;
  functions: readonly string[] | null;
  leastFloorArea: number | null;
}

/** What each column is taken for, by its index; null: left as it is. */
export type ColumnsAnswer = Readonly<Record<string, string | null>>;

/** What was answered and not sent yet, by the keys of the questions. */
export type Draft = Readonly<Record<string, unknown>>;

/** Looked everywhere, at everything. */
export const WHOLE_COVERAGE: CoverageAnswer = { areas: null, functions: null, leastFloorArea: null };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The answer as it stands on the screen: what was typed, else what was sent before, else what is proposed. */
export function answerOf({ key, proposal }: ImportQuestion, { options }: ImportJob, draft: Draft): unknown {
  if (key in draft) return draft[key];
  return key in options ? options[key] : proposal;
}

/** A list to choose from has names of its own, and so has whoever proposes a bare code. */
const asksName = ({ choices, proposal }: ImportQuestion): boolean =>
  choices === undefined && typeof proposal !== 'string';

/** An answer as a municipality. */
export function municipalityOf(question: ImportQuestion, answer: unknown): MunicipalityAnswer {
  const said = isObject(answer) ? answer : { code: answer };
  return { code: text(said.code), name: asksName(question) ? text(said.name) : null };
}

/** A municipality as it is sent. */
export const municipalityAnswer = ({ code, name }: MunicipalityAnswer): unknown =>
  name === null ? code : { code, name };

/** An answer as coverage; null: nobody knows what was looked at. */
export function coverageOf(answer: unknown): CoverageAnswer | null {
  if (!isObject(answer)) return null;
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : null);
  const { leastFloorArea: least } = answer;
  return {
    areas: list(answer.areas),
    functions: list(answer.functions),
    leastFloorArea: typeof least === 'number' ? least : null,
  };
}

/** An answer as columns, whatever is said there of none: that is as it was recognised. */
export function columnsOf(answer: unknown, { preview }: Pick<ImportJob, 'preview'>): ColumnsAnswer {
  const said = isObject(answer) ? answer : {};
  const columns = preview?.columns ?? [];
  return Object.fromEntries(
    columns.map(({ index, field }) => {
      const value = said[index];
      return [index, index in said ? (typeof value === 'string' ? value : null) : field];
    }),
  );
}

/** What is wrong with an answer, by the kind of its question. */
export type AnswerFault = 'missing' | 'code' | 'name' | 'date' | 'area' | 'no-area' | 'no-function';

function coverageFault(answer: unknown): AnswerFault | null {
  const coverage = coverageOf(answer);
  if (coverage === null) return null;
  if (coverage.areas?.length === 0) return 'no-area';
  if (coverage.functions?.length === 0) return 'no-function';
  const { leastFloorArea } = coverage;
  return leastFloorArea !== null && !(leastFloorArea > 0 && leastFloorArea < 1_000_000) ? 'area' : null;
}

function municipalityFault({ code, name }: MunicipalityAnswer): AnswerFault | null {
  if (!/^GM\d{4}$/.test(code)) return 'code';
  return name?.trim() === '' ? 'name' : null;
}

/** True for a day that the calendar has. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const isEmpty = (answer: unknown): boolean =>
  answer === undefined || answer === null || answer === '' || (typeof answer === 'string' && !answer.trim());

function isUnanswered(question: ImportQuestion, answer: unknown): boolean {
  if (question.kind !== 'municipality') return isEmpty(answer);
  const { code, name } = municipalityOf(question, answer);
  return code === '' && !name?.trim();
}

/** Why an answer cannot be sent; null where it can. */
export function answerFault(question: ImportQuestion, answer: unknown): AnswerFault | null {
  const { kind, required } = question;
  if (isUnanswered(question, answer)) return required && kind !== 'columns' ? 'missing' : null;
  if (kind === 'municipality') return municipalityFault(municipalityOf(question, answer));
  if (kind === 'coverage') return coverageFault(answer);
  return kind === 'date' && !isDate(answer) ? 'date' : null;
}

/** Questions whose answer cannot be sent, in order. */
export function faultsOf(job: ImportJob, draft: Draft): { key: string; fault: AnswerFault }[] {
  return (job.preview?.questions ?? []).flatMap(question => {
    const fault = answerFault(question, answerOf(question, job, draft));
    return fault === null ? [] : [{ key: question.key, fault }];
  });
}

/** What is sent: every answer that stands on the screen, what was proposed and left as it was too. */
export function optionsOf(job: ImportJob, draft: Draft): Record<string, unknown> {
  const answers = (job.preview?.questions ?? []).flatMap(question => {
    const { key, kind } = question;
    const answer = answerOf(question, job, draft);
    if (kind === 'columns') return [[key, columnsOf(answer, job)]];
    const unanswered = isUnanswered(question, answer);
    return unanswered && !(key in job.options) ? [] : [[key, unanswered ? null : answer]];
  });
  return Object.fromEntries(answers) as Record<string, unknown>;
}

/** Something was answered that has not been sent. */
export function isChanged(job: ImportJob, draft: Draft): boolean {
  return (job.preview?.questions ?? []).some(
    question =>
      question.key in draft &&
      JSON.stringify(draft[question.key]) !== JSON.stringify(answerOf(question, job, {})),
  );
}
