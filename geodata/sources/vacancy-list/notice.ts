import type { ImportNotice } from '../../import/source.ts';
import { LIST_DOUBTS } from '../../vocabulary/list-reason.ts';
import type { ListPlan } from './plan.ts';
import type { Looked } from './preview.ts';

const notice = (code: string, nl: string, en: string): ImportNotice => ({ code, nl, en });

function ofFile({ file }: ListPlan): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const { withValue, withoutValue } = file.formulas;
  if (file.macros)
    notices.push(
      notice(
        'macros-ignored',
        'In het bestand zitten macro’s. Die worden niet uitgevoerd; alleen de gegevens zijn gelezen.',
        'The file holds macros. They are not run; only the data were read.',
      ),
    );
  if (withValue > 0)
    notices.push(
      notice(
        'formulas',
        `In ${withValue} cellen staat een formule. De waarde van de laatste keer opslaan is gebruikt.`,
        `${withValue} cells hold a formula. Their value when the file was saved last was used.`,
      ),
    );
  if (withoutValue > 0)
    notices.push(
      notice(
        'formulas-without-value',
        `In ${withoutValue} cellen staat een formule zonder uitkomst; die cellen tellen als leeg. Open het bestand en sla het opnieuw op.`,
        `${withoutValue} cells hold a formula without a result; they count as blank. Open the file and save it again.`,
      ),
    );
  if (file.sheets.length > 1 && file.layout.format === 'workbook')
    notices.push(
      notice(
        'several-sheets',
        `Op ${file.sheets.length} bladen staat een lijst. Gelezen is alleen blad ‘${file.layout.sheet}’.`,
        `${file.sheets.length} sheets hold a list. Only sheet ‘${file.layout.sheet}’ was read.`,
      ),
    );
  if (file.table.beside !== null)
    notices.push(
      notice(
        'table-beside',
        'Naast de lijst staat een tweede tabel. Alleen de eerste is gelezen.',
        'A second table stands beside the list. Only the first was read.',
      ),
    );
  if (file.table.headerRow === 0)
    notices.push(
      notice(
        'without-heading',
        'De lijst heeft geen kop. De kolommen zijn herkend aan wat erin staat; controleer ze.',
        'The list has no heading. Its columns were recognised by what they hold; check them.',
      ),
    );
  return notices;
}

function ofRows({ entries, isPart }: Looked, outside: number): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const second = entries.filter(({ reason }) => reason === 'second-table').length;
  if (second > 0)
    notices.push(
      notice(
        'second-table',
        `Onder de lijst staat een tweede tabel van ${second} rijen. Alleen de eerste is gelezen.`,
        `A second table of ${second} rows stands below the list. Only the first was read.`,
      ),
    );
  for (const { code, nl, en } of LIST_DOUBTS) {
    const count = entries.filter(({ doubts }) => (doubts as string[]).includes(code)).length;
    if (count > 0) notices.push(notice(code, `${count} keer: ${nl}`, `${count} times: ${en}`));
  }
  if (outside > 0)
    notices.push(
      notice(
        'outside-coverage',
        `${outside} ruimten liggen buiten waar is gekeken. Ze worden bewaard, maar tellen in geen cijfer mee.`,
        `${outside} premises lie beyond where somebody looked. They are kept, but count in no figure.`,
      ),
    );
  if (isPart)
    notices.push(
      notice(
        'preview-part',
        `De lijst is lang: hier staat wat er met de eerste ${entries.length} rijen gebeurt.`,
        `The list is long: this is what becomes of its first ${entries.length} rows.`,
      ),
    );
  return notices;
}

function ofSupplement({ supplement, isMended }: ListPlan): ImportNotice[] {
  if (supplement !== undefined)
    return [
      notice(
        'supplement',
        'Deze rijen vullen de lijst van deze peildatum aan. De andere rijen van die lijst blijven staan.',
        'These rows add to the list of this reference date. The other rows of that list stay.',
      ),
    ];
  if (!isMended) return [];
  return [
    notice(
      'rejected-rows-alone',
      'Dit lijkt een bestand met rijen die niet geladen waren. Zo vervangt het de hele lijst van deze peildatum.',
      'This looks like a file of rows that were not loaded. As it is, it replaces the whole list of this reference date.',
    ),
  ];
}

/** What whoever imports a list should know before it is applied. */
export function noticesOf(plan: ListPlan, looked: Looked, outside: number): ImportNotice[] {
  return [...ofFile(plan), ...ofSupplement(plan), ...ofRows(looked, outside)];
}
