import { ImportError } from '../import/import-error.ts';

const FAULTS = {
  'table-too-long': [
    'De lijst heeft meer dan 1.048.576 rijen, meer dan een rekenblad kan hebben. Splits het bestand.',
    'The list has more than 1,048,576 rows, more than a spreadsheet can hold. Split the file.',
  ],
  'table-too-wide': [
    'De lijst heeft meer dan 500 kolommen. Haal weg wat er niet in hoort.',
    'The list has more than 500 columns. Remove what does not belong in it.',
  ],
  'cell-too-long': [
    'Er staat een cel in met meer dan 32.767 tekens. Dat is geen lijst die Kernkaart kan lezen.',
    'It has a cell of more than 32,767 characters. That is no list that Kernkaart can read.',
  ],
  'quote-not-closed': [
    'In het tekstbestand staat een aanhalingsteken (") dat nergens wordt gesloten. Sla de lijst opnieuw op als .xlsx of .csv.',
    'The text file has a quotation mark (") that is never closed. Save the list again as .xlsx or .csv.',
  ],
  'workbook-old': [
    'Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als .xlsx.',
    'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.',
  ],
  'workbook-binary': [
    'Dit is een binair Excel-bestand (.xlsb). Open het in Excel en sla het op als .xlsx.',
    'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.',
  ],
  'workbook-in-disguise': [
    'Dit bestand heet naar Excel, maar is een webpagina of XML. Open het in Excel en sla het op als .xlsx.',
    'This file is named after Excel, but is a web page or XML. Open it in Excel and save it as .xlsx.',
  ],
  'workbook-password': [
    'Het bestand is met een wachtwoord beveiligd. Haal het wachtwoord eraf en sla het opnieuw op.',
    'The file is protected by a password. Remove the password and save it again.',
  ],
  'workbook-damaged': [
    'Het rekenblad is beschadigd of niet compleet. Open het, sla het opnieuw op en probeer het nog eens.',
    'The workbook is damaged or incomplete. Open it, save it again and try once more.',
  ],
  'workbook-foreign': [
    'Dit is geen lijst die Kernkaart kan lezen. Lever een rekenblad (.xlsx of .ods) of tekstbestand (.csv) aan.',
    'This is no list that Kernkaart can read. Provide a spreadsheet (.xlsx or .ods) or a text file (.csv).',
  ],
} as const;

/** What can be wrong with a file of rows. */
export type TableFault = keyof typeof FAULTS;

/** The fault as an error in words for whoever chose the file; `cause` is for the log. */
export function tableFault(code: TableFault, cause?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en }, cause === undefined ? undefined : { cause });
}
