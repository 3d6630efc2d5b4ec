import type { enAddItem } from './enAddItem.ts';

/** Nimikkeen lisäyslomake. */
export const fiAddItem: typeof enAddItem = {
  title: 'Lisää nimike',
  name: 'Nimi',
  quantity: 'Määrä',
  becomes: {
    serialized: 'Yksi kappale: sillä on omat koodinsa, kulunsa ja tulonsa.',
    bulk: (count) => `${count} kappaleen erä: kulut ja tulot kuuluvat erälle.`,
    closed: 'Ei vielä kappaleita: rivi alkaa suljettuna.',
  },
  codes: 'Varastokoodit',
  codesHint: 'Erota pilkulla tai rivinvaihdolla; A001..A050 tekee viisikymmentä.',
  codesPreview: (count, first, last) => `${count} koodia: ${first} … ${last}`,
  codesOne: (code) => `1 koodi: ${code}`,
  sku: 'SKU',
  category: 'Luokka',
  location: 'Paikka',
  cost: (currency) => `Hankintahinta, ${currency}`,
  costHint: 'Mitä kaikki kappaleet maksoivat yhteensä.',
  costEach: (each) => `Noin ${each} kappaleelta.`,
  costForbidden: 'Vain esihenkilö voi kirjata hankintahinnan.',
  day: 'Varastossa alkaen',
  submit: 'Lisää nimike',
};
