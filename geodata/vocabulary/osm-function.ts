import type { FunctionCode } from './function.ts';

/** What a tag value makes of an object: a function of a premises, or no premises at all (a bench, an ATM). */
export type OsmUseCode = FunctionCode | 'not-premises';

/** Meaning of one key: values by meaning, and what every other value means. */
export interface OsmKeyMeaning {
  key: string;
  otherwise: OsmUseCode;
  values: Readonly<Partial<Record<OsmUseCode, string>>>;
}

/**
 * The one table from OpenStreetMap tags to functions, in order of preference: the first key that makes a
 * premises decides. Values are separated by spaces and follow the project's documented tags; the grouping
 * is that of Dutch retail surveys (counter services apart from shops, pharmacies with the shops).
 */
export const OSM_FUNCTIONS: readonly OsmKeyMeaning[] = [
  {
    key: 'shop',
    otherwise: 'retail',
    values: {
      services:
        'beauty copyshop dry_cleaning estate_agent funeral_directors hairdresser hairdresser_supply laundry massage money_lender nails optometrist pawnbroker pet_grooming piercing rental repair storage_rental tailor tattoo ticket travel_agency tanning',
      business: 'car_repair motorcycle_repair truck_repair wholesale',
      // A mall is the building of many shops, not one of them.
      'not-premises': 'mall',
    },
  },
  {
    key: 'amenity',
    otherwise: 'not-premises',
    values: {
      retail: 'fuel marketplace_hall pharmacy',
      hospitality:
        'bar biergarten cafe canteen fast_food food_court ice_cream love_hotel nightclub pub restaurant stripclub swingerclub',
      services:
        'animal_boarding animal_training bank bicycle_rental boat_rental brothel bureau_de_change car_rental car_wash driver_training driving_school funeral_hall internet_cafe money_transfer payment_centre post_office veterinary',
      culture:
        'arts_centre bowling_alley casino cinema concert_hall conference_centre dancing_school events_venue exhibition_centre gambling gym library music_school music_venue planetarium public_bath social_club theatre',
      community:
        'animal_shelter childcare clinic college community_centre courthouse crematorium dentist doctors fire_station health_centre hospital kindergarten language_school monastery mortuary nursing_home place_of_worship police prep_school prison public_building ranger_station refugee_site school social_centre social_facility townhall toy_library university ambulance_station',
      office: 'coworking_space research_institute',
      business: 'studio vehicle_inspection waste_transfer_station workshop',
    },
  },
  {
    key: 'healthcare',
    otherwise: 'community',
    values: { retail: 'pharmacy', 'not-premises': 'defibrillator' },
  },
  {
    key: 'office',
    otherwise: 'office',
    values: {
      services: 'employment_agency estate_agent travel_agent',
      community: 'educational_institution religion university',
    },
  },
  {
    key: 'craft',
    otherwise: 'business',
    values: {
      retail: 'bakery chocolatier confectionery jeweller optician',
      services: 'dressmaker key_cutter photographer shoemaker tailor watchmaker electronics_repair',
    },
  },
  {
    key: 'tourism',
    otherwise: 'not-premises',
    values: {
      hospitality: 'alpine_hut apartment camp_site caravan_site chalet guest_house hostel hotel motel',
      culture: 'aquarium gallery museum theme_park zoo',
    },
  },
  {
    key: 'leisure',
    otherwise: 'not-premises',
    values: {
      services: 'tanning_salon',
      hospitality: 'beach_resort',
      culture:
        'adult_gaming_centre amusement_arcade bowling_alley dance escape_game fitness_centre hackerspace horse_riding ice_rink indoor_play miniature_golf sauna sports_centre sports_hall stadium trampoline_park water_park',
    },
  },
];

/** What `building=*` says of a building as a whole; a value that is not here says nothing (`unknown`). */
export const OSM_BUILDING_FUNCTIONS: Readonly<Partial<Record<FunctionCode, string>>> = {
  housing:
    'annexe apartments bungalow cabin detached dormitory farm ger house houseboat residential semidetached_house static_caravan stilt_house terrace trullo',
  retail: 'kiosk retail shop supermarket',
  hospitality: 'hotel hostel pub restaurant',
  office: 'office',
  business: 'commercial farm_auxiliary hangar industrial manufacture warehouse works',
  community:
    'cathedral chapel church civic clinic college fire_station government hospital kindergarten monastery mosque presbytery public religious school synagogue temple townhall university',
  culture: 'arts_centre cinema grandstand library museum sports_centre sports_hall stadium theatre',
};

/** The prefixes with which mappers mark what something no longer is, and the keys on which they count. */
export const OSM_VACANCY_PREFIXES = ['disused', 'abandoned', 'vacant'] as const;
export const OSM_VACANCY_KEYS = ['shop', 'amenity', 'office', 'craft', 'building'] as const;
