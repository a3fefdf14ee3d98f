import type { FunctionCode } from './function.ts';
import type { StatusCode } from './status.ts';

/** Words by which a list says how a premises is used, in the order in which they are looked for in a longer text. */
export const STATUS_WORDS: readonly (readonly [status: StatusCode, words: RegExp])[] = [
  [
    'partly-vacant',
    /^(deels|gedeeltelijk|deel|deels leeg|gedeeltelijk leeg|deels leegstaand|gedeeltelijk leegstaand|partly( vacant)?|partial(ly)?( vacant)?|d|deels in gebruik)$/,
  ],
  [
    'temporary-use',
    /^(tijdelijk( gebruik| in gebruik| verhuurd| ingevuld)?|tijdelijke (invulling|verhuur|bewoning)|anti ?kraak|antikraak|pop ?up( store| winkel)?|leegstandbeheer|temporary( use)?|t)$/,
  ],
  [
    'under-renovation',
    /^((in |wordt )?verbouw(ing|d)?|in aanbouw|renovatie|in renovatie|wordt gerenoveerd|transformatie|under renovation|renovation|v)$/,
  ],
  [
    'announced-vacant',
    /^((leegstand )?aangekondigd|aangekondigd leeg|komt leeg|wordt leeg|binnenkort leeg|opheffing|opheffingsuitverkoop|sluit|announced( vacant)?|a)$/,
  ],
  [
    'in-use',
    /^(in gebruik|gebruikt|bezet|verhuurd|ingevuld|niet leeg|gevuld|in use|occupied|let|nee|n|no|false|0|opgelost|weer in gebruik|bewoond)$/,
  ],
  [
    'vacant',
    /^(leeg|leegstaand|leegstand|staat leeg|ja|j|yes|y|x|true|1|vacant|geheel leeg|volledig leeg|te huur|te koop|te huur te koop|te huur te koop|l|empty)$/,
  ],
  ['unknown', /^(onbekend|onduidelijk|niet te zien|nb|onb|unknown|\?)$/],
];

/** Words by which a list says what a premises is for, looked for in this order. */
export const FUNCTION_WORDS: readonly (readonly [func: FunctionCode, words: RegExp])[] = [
  ['housing', /\b(woning|wonen|woonfunctie|appartement|woonhuis|housing|home|dwelling|bovenwoning)/],
  ['office', /\b(kantoor|kantoren|kantoorfunctie|office)/],
  [
    'hospitality',
    /\b(horeca|restaurant|cafe|hotel|logies|lunchroom|snackbar|cafetaria|hospitality|bar|eetcafe)/,
  ],
  ['retail', /\b(winkel|detailhandel|retail|shop|supermarkt|store|mode|dagelijks|doelgericht)/],
  ['services', /\b(dienst|dienstverlening|kapper|bank|makelaar|uitzendbureau|services?)/],
  ['culture', /\b(cultuur|leisure|ontspanning|sport|bijeenkomst|theater|bioscoop|culture|vrije tijd)/],
  ['community', /\b(maatschappelijk|zorg|onderwijs|school|gezondheid|kerk|religie|community|praktijk)/],
  [
    'business',
    /\b(bedrijf|bedrijfsruimte|bedrijfshal|bedrijven|industrie|hal|loods|magazijn|opslag|business|logistiek|warehouse|industrial)/,
  ],
  ['other', /\b(overig|overige|other|garage)/],
];

/** Words for a storey; a number before `e` or `de` is read as it stands. */
export const STOREY_WORDS: readonly (readonly [storey: number, words: RegExp])[] = [
  [0, /^(bg|b g|begane grond|beg grond|bgg|parterre|ground( floor)?|begane gr|plint|straatniveau)$/],
  [-1, /^(kelder|souterrain|sout|basement|onderhuis)$/],
  [1, /^(eerste|first)( verdieping| etage| floor)?$/],
  [2, /^(tweede|second)( verdieping| etage| floor)?$/],
  [3, /^(derde|third)( verdieping| etage| floor)?$/],
  [4, /^(vierde|fourth)( verdieping| etage| floor)?$/],
  [5, /^(vijfde|fifth)( verdieping| etage| floor)?$/],
];
