import type { ImportQuestion } from '../../import/source.ts';
import { NEW_SERIES } from './answers.ts';
import type { ListPlan } from './plan.ts';
import { type LastRound, PROPOSED_NAME, PROPOSED_RHYTHM } from './series.ts';

const ACCESS = [
  { code: 'planner', nl: 'alleen planners', en: 'planners only' },
  { code: 'open', nl: 'iedereen, als cijfers per gebied', en: 'everybody, as figures per area' },
  {
    code: 'licensed',
    nl: 'alleen planners: onder licentie van een bureau',
    en: 'planners only: under licence of a firm',
  },
];

const RHYTHM = [
  { code: '1', nl: 'een maand', en: 'a month' },
  { code: '3', nl: 'een kwartaal', en: 'a quarter' },
  { code: '6', nl: 'een half jaar', en: 'half a year' },
  { code: '12', nl: 'een jaar', en: 'a year' },
  { code: '24', nl: 'twee jaar', en: 'two years' },
];

const BLANK = [
  { code: 'vacant', nl: 'leeg, zoals de rest van de lijst', en: 'vacant, like the rest of the list' },
  { code: 'in-use', nl: 'in gebruik', en: 'in use' },
  { code: 'rejected', nl: 'niet ingevuld: neem de rij niet over', en: 'not filled in: do not take the row' },
];

const NEW = { code: NEW_SERIES, nl: 'een nieuwe lijst', en: 'a new list' };

function seriesQuestions({ known, series, answers }: ListPlan): ImportQuestion[] {
  const choices = [...known.map(({ id, name }) => ({ code: id, nl: name, en: name })), NEW];
  const first: ImportQuestion = {
    key: 'series',
    kind: 'choice',
    required: true,
    proposal: known[0]?.id ?? NEW_SERIES,
    choices,
  };
  if (series !== undefined && !series.isNew) return [first];
  return [
    first,
    { key: 'seriesName', kind: 'text', required: false, proposal: answers.seriesName ?? PROPOSED_NAME },
    { key: 'access', kind: 'choice', required: true, proposal: 'planner', choices: ACCESS },
    {
      key: 'rhythmMonths',
      kind: 'choice',
      required: false,
      proposal: String(PROPOSED_RHYTHM),
      choices: RHYTHM,
    },
    { key: 'owner', kind: 'text', required: false, proposal: null },
  ];
}

/** What has to be known of a list and the file does not say, with the last round's answers or the likeliest ones. */
export function questionsOf(plan: ListPlan, last: LastRound | undefined): ImportQuestion[] {
  const { municipality, municipalities, file, proposedBlank } = plan;
  const questions: ImportQuestion[] = [
    {
      key: 'municipality',
      kind: 'municipality',
      required: true,
      proposal: municipality?.code ?? null,
      choices: municipalities.map(({ code, name }) => ({ code, nl: name, en: name })),
    },
    ...seriesQuestions(plan),
    { key: 'referenceDate', kind: 'date', required: true, proposal: plan.referenceDate ?? null },
    {
      key: 'coverage',
      kind: 'coverage',
      required: plan.supplement === undefined,
      proposal: last?.coverage ?? null,
    },
    {
      key: 'columns',
      kind: 'columns',
      required: false,
      proposal: Object.fromEntries(file.table.columns.map(({ index, field }) => [index, field])),
    },
  ];
  if (file.sheets.length > 1 && file.layout.format === 'workbook')
    questions.push({
      key: 'sheet',
      kind: 'choice',
      required: false,
      proposal: file.layout.sheet,
      choices: file.sheets.map(name => ({ code: name, nl: name, en: name })),
    });
  if (plan.isMended || plan.supplement !== undefined)
    questions.push({
      key: 'supplement',
      kind: 'boolean',
      required: false,
      proposal: plan.supplement !== undefined,
    });
  if (proposedBlank !== null)
    questions.push({
      key: 'blankStatus',
      kind: 'choice',
      required: false,
      proposal: proposedBlank,
      choices: BLANK,
    });
  return questions;
}
