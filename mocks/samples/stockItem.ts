/** What the sample shop has: the columns of its inventory file, and how it is rented. Money in whole euros. */
export interface StockItem {
  reference: string;
  name: string;
  sku: string;
  category: string;
  location: string;
  quantity: number;
  codes: readonly string[];
  boughtOn: string;
  /** For all units together; null where nobody kept the bill. */
  cost: number | null;
  supplier: string;
  rental: Rental | null;
  care: Care | null;
}

export interface Rental {
  /** For one unit and one day. */
  rate: number;
  season: Season;
  /** How often it goes out in a season. */
  trips: number;
  /** The most units that go out at once. */
  units: number;
}

export type Season = 'winter' | 'summer' | 'year';

/** Regular upkeep: what it is, what it costs, how often a season. */
export interface Care {
  kind: 'maintenance' | 'cleaning';
  note: string;
  amount: number;
  times: number;
}
