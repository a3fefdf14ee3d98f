import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportFile, ImportOptions } from '../../import/source.ts';
import { type BlankStatus, type ListAnswers, readAnswers } from './answers.ts';
import { listFault } from './list-fault.ts';
import { type ListFile, openList } from './list-file.ts';
import { proposedDate } from './proposed-date.ts';
import { type ListSeries, lastRound, listSeries, seriesOf } from './series.ts';
import { likelyBlankStatus } from './status-blank.ts';
import { hasReasons, type SupplementedRound, supplementedRound } from './supplement.ts';

/** A municipality that is loaded. */
export interface LoadedMunicipality {
  code: string;
  name: string;
}

/** A list with what is known and proposed of it. */
export interface ListPlan {
  file: ListFile;
  answers: ListAnswers;
  municipality: LoadedMunicipality | undefined;
  municipalities: readonly LoadedMunicipality[];
  /** ISO; answered, else proposed by the file. */
  referenceDate: string | undefined;
  /** Null: not asked. */
  blankStatus: BlankStatus | null;
  proposedBlank: BlankStatus | null;
  /** Undefined while it is not known of which municipality the list is. */
  series: ListSeries | undefined;
  known: readonly ListSeries[];
  /** The round that the file adds to; undefined: it is a round of its own. */
  supplement: SupplementedRound | undefined;
  /** It looks like a file of rejected rows that were mended. */
  isMended: boolean;
}

const loaded = (session: Session): Promise<(LoadedMunicipality & { fictional: boolean })[]> =>
  session.query(sql`select code, name, fictional from municipality order by fictional, name, code`);

/** Opens a list and brings together what was answered, what the file says and what was answered last time. The caller closes it. */
export async function planList(
  session: Session,
  file: ImportFile,
  options: ImportOptions,
): Promise<ListPlan> {
  const answers = readAnswers(options);
  const municipalities = await loaded(session);
  const real = municipalities.filter(({ fictional }) => !fictional);
  const only = real.length === 1 ? real[0] : municipalities.length === 1 ? municipalities[0] : undefined;
  const wanted = answers.municipality;
  const municipality = wanted === undefined ? only : municipalities.find(({ code }) => code === wanted);
  if (wanted !== undefined && municipality === undefined)
    throw listFault('list-municipality-unknown', wanted);
  const list = await openList(file.path, { sheet: answers.sheet, columns: answers.columns });
  try {
    const known = municipality ? await listSeries(session, municipality.code) : [];
    const proposedBlank = await likelyBlankStatus(list);
    const series = municipality && (await seriesOf(session, municipality.code, known, answers));
    const isMended = await hasReasons(list);
    const mended = isMended && series ? await lastRound(session, series.id, undefined) : undefined;
    const referenceDate = answers.referenceDate ?? mended?.date ?? (await proposedDate(list, file.name));
    const wantsMore = answers.supplement ?? isMended;
    const supplement =
      wantsMore && series && referenceDate
        ? await supplementedRound(session, series.id, referenceDate)
        : undefined;
    return {
      file: list,
      answers,
      municipality,
      municipalities,
      referenceDate,
      proposedBlank,
      blankStatus: proposedBlank === null ? null : (answers.blankStatus ?? proposedBlank),
      known,
      series,
      supplement,
      isMended,
    };
  } catch (error) {
    list.close();
    throw error;
  }
}
