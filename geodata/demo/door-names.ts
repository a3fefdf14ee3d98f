import type { FunctionCode } from '../vocabulary/function.ts';
import type { Random } from './random.ts';

const words = (text: string): string[] => text.split(', ');

/** What stands on doors, by function; every name is made up. */
const TRADES: Partial<Record<FunctionCode, string[]>> = {
  retail: words(
    'Bakkerij, Slagerij, Schoenen, Mode, Boekhandel, Drogisterij, Bloemen, Kaashandel, Juwelier, Optiek, Speelgoed, Wonen, Fietsen, Delicatessen, Lingerie, Kantoorvakhandel, Verf en behang, Groenten',
  ),
  hospitality: words(
    'Café, Eetcafé, Restaurant, Lunchroom, Brasserie, Cafetaria, IJssalon, Hotel, Pannenkoekenhuis, Koffiebar',
  ),
  services: words(
    'Kapsalon, Schoonheidssalon, Reisbureau, Makelaardij, Stomerij, Nagelstudio, Verzekeringen, Schoenmaker, Uitzendbureau',
  ),
  culture: words('Galerie, Atelier, Filmhuis, Muziekschool'),
  community: words('Huisartsenpraktijk, Kinderopvang, Tandartspraktijk, Fysiotherapie, Buurthuis'),
  office: words(
    'Adviesbureau, Notariskantoor, Administratiekantoor, Architectenbureau, Ingenieursbureau, Advocaten, Software',
  ),
  business: words(
    'Garage, Installatiebedrijf, Timmerfabriek, Transport, Metaalbewerking, Groothandel, Jachtwerf, Drukkerij, Bouwbedrijf, Opslag, Machinebouw',
  ),
};
const OWNERS = words(
  'De Waard, Zuiderzee, Pronk, Visser, De Gouw, Kuiper, Bos, Het Anker, De Lelie, Van der Meer, Schouten, Mol, De Drie Haringen, Koning, Dekker, Tromp, De Ploeg, Kramer, Spaander, De Halve Maan, Ooms, Noordeinde, Klaver, De Kat, Half, Groot, Buis, Veerman',
);

/** A name for a door; null for homes, boxes and whatever carries none. */
export function doorName(use: FunctionCode, random: Random): string | null {
  const trades = TRADES[use];
  return trades === undefined ? null : `${random.pick(trades)} ${random.pick(OWNERS)}`;
}
