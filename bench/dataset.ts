/** A made-up rental business of any size, the same at every run: names, codes and money that look like real ones. */
const THINGS = [
  'Ski pole',
  'Trekking bike',
  'Helmet',
  'Camera body',
  'Ratchet strap',
  'Power cable',
  'Kayak',
  'Tent',
];
const PLACES = ['Front desk', 'Shelf A', 'Shelf B', 'Cellar', 'Yard'];
const KINDS = ['rental', 'rental', 'rental', 'rental', 'sale', 'repair', 'cleaning', 'maintenance', 'fee'];

export interface Slice {
  from: number;
  to: number;
  entriesEach: number;
}

export function recordsCsv({ from, to }: Slice): string {
  const lines = [
    'record_id,name,quantity,stock_codes,sku,category,location,purchased_on,purchase_cost,currency',
  ];
  for (let number = from; number < to; number += 1) {
    const thing = THINGS[number % THINGS.length] ?? '';
    const quantity = number % 3 === 0 ? 2 + (number % 97) : 1;
    const place = PLACES[number % PLACES.length] ?? '';
    const cost = 20 + ((number * 7919) % 180_000) / 100;
    lines.push(
      `R${number},${thing} ${number},${quantity},C${String(number).padStart(7, '0')},SKU-${number % 5000},${thing},${place},${dayAt(number)},${cost.toFixed(2)},EUR`,
    );
  }
  return lines.join('\n');
}

export function ledgerCsv({ from, to, entriesEach }: Slice): string {
  const lines = ['event_id,record_id,kind,date,amount,currency,note'];
  for (let number = from; number < to; number += 1) {
    // The purchase is in the records file: one entry less here.
    for (let entry = 1; entry < entriesEach; entry += 1) {
      const seed = number * 31 + entry * 17;
      const kind = KINDS[seed % KINDS.length] ?? '';
      lines.push(
        `E${number}-${entry},R${number},${kind},${dayAt(seed)},${(1 + ((seed * 104_729) % 9000) / 100).toFixed(2)},EUR,`,
      );
    }
  }
  return lines.join('\n');
}

function dayAt(seed: number): string {
  return `${2022 + (seed % 4)}-${twoDigits(Math.floor(seed / 4) % 12)}-${twoDigits(Math.floor(seed / 48) % 28)}`;
}

function twoDigits(fromZero: number): string {
  return String(1 + fromZero).padStart(2, '0');
}
