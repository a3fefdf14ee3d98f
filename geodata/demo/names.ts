/** What the streets of a quarter are named after. */
export type Theme =
  | 'seafarers'
  | 'royals'
  | 'scientists'
  | 'ships'
  | 'flowers'
  | 'writers'
  | 'trees'
  | 'birds'
  | 'composers'
  | 'painters'
  | 'fields'
  | 'water'
  | 'work';

const words = (text: string): string[] => text.split(' ');

/** First parts of street names, by theme: people long dead, trees, birds, ships, the land itself. */
const STEMS: Record<Theme, string[]> = {
  seafarers: words(
    'Tasman Barentsz Heemskerk Evertsen Tromp Ruyter Houtman Linschoten Bontekoe Kortenaer Piethein Zoutman Roggeveen Lemaire Schouten Banckert Doorman Waghenaer Plancius Galen',
  ),
  royals: words('Prinses Prins Oranje Nassau Amalia Mauritsen Willems Emma Hendrik Koningin Sophia Anna'),
  scientists: words(
    'Huygens Leeghwater Lorentz Stevin Boerhaave Buys-Ballot Kamerlingh Zeeman Leeuwenhoek Swammerdam Cruquius Eijkman Drebbel Beeckman',
  ),
  ships: words(
    'Kogge Tjalk Botter Schoener Fregat Galjoen Aak Brik Klipper Pinas Smak Boeier Logger Schokker',
  ),
  flowers: words(
    'Rozen Tulpen Anjelier Dahlia Lelie Margriet Korenbloem Jasmijn Seringen Violier Begonia Fresia Iris Hyacinten Klaver Zinnia Meidoorn Liguster Vlier Kamperfoelie',
  ),
  writers: words(
    'Vondel Bredero Hooft Multatuli Couperus Bilderdijk Potgieter Beets Cats Huet Gezelle Perk Kloos Gorter Tollens Staring Wolff Deken',
  ),
  trees: words(
    'Eiken Beuken Linden Kastanje Esdoorn Berken Elzen Wilgen Populieren Iepen Essen Lijsterbes Acacia Platanen Larix Hazelaar Haagbeuk Olmen Sparren Dennen',
  ),
  birds: words(
    'Merel Lijster Spreeuw Kievit Grutto Zwaluw Leeuwerik Fazanten Reiger Ooievaar Tureluur Wulp Nachtegaal Vink Roodborst Koekoek Specht Plevier Valk Sperwer Zwanen Eenden Meeuwen Stern',
  ),
  composers: words(
    'Mozart Beethoven Bach Händel Haydn Schubert Brahms Verdi Chopin Vivaldi Mahler Sweelinck Diepenbrock Wagenaar Ravel Bizet Grieg Dvorak',
  ),
  painters: words(
    'Rembrandt Vermeer Hals Steen Ruysdael Israëls Mauve Breitner Jongkind Toorop Mondriaan Hobbema Potter Cuyp Maris Mesdag Weissenbruch Lievens Dou Bosch',
  ),
  fields: words(
    'Akker Weide Kamp Hooi Koren Gerst Haver Rogge Vlas Klaver Beemd Esch Maat Kouter Landweer Boekweit Koolzaad Raap Hop Tarwe Lijnzaad Mosterd Wikke Spelt',
  ),
  water: words(
    'Oever Riet Lis Waterlelie Kolk Zwin Kreek Steiger Golf Baken Lagune Dobber Libel Snoek Baars Zegge Lisdodde Fuut',
  ),
  work: words('Ampère Volta Edison Diesel Ford Hertz Watt Newton Galilei Marconi Kelvin Celsius'),
};

/** Endings by what a street is: long streets first. */
const ENDINGS = {
  long: ['straat', 'laan', 'weg'],
  cross: ['straat', 'plantsoen', 'singel'],
  lane: ['hof', 'erf', 'gaarde'],
  work: ['weg', 'straat'],
} as const;

/** Kind of street, which decides how its name may end. */
export type Ending = keyof typeof ENDINGS;

/** Gives names by theme and never the same one twice. */
export class NameGiver {
  readonly #given = new Set<string>();
  readonly #turns = new Map<Theme, number>();

  /** A name that is free; once every stem has been used with every ending, numbered ones follow. */
  next(theme: Theme, ending: Ending): string {
    const stems = STEMS[theme];
    for (;;) {
      const turn = this.#turns.get(theme) ?? 0;
      this.#turns.set(theme, turn + 1);
      const stem = stems[turn % stems.length]!;
      const round = Math.floor(turn / stems.length);
      const endings = ENDINGS[ending];
      const name = `${round >= 9 ? 'Nieuwe ' : ''}${stem}${endings[round % endings.length]}`;
      if (this.claim(name)) return name;
      if (turn > stems.length * 40) throw new Error(`no street names left for the theme ${theme}`);
    }
  }

  /** Takes a name that was chosen elsewhere; false when it is in use. */
  claim(name: string): boolean {
    if (this.#given.has(name)) return false;
    this.#given.add(name);
    return true;
  }
}
