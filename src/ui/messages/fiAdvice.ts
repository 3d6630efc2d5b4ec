import type { enAdvice } from './enAdvice.ts';

/** Seurantaneuvot: mikä ansaitsee sarjatunnuksen ja mikä ei. */
export const fiAdvice: typeof enAdvice = {
  printedFirst: (shown) => `Ensimmäiset ${shown} riviä; summa on kaikista.`,
  parts: 'Sivun osat',
  report: 'Raportti',
  title: 'Seurantaneuvot',
  lead: 'Laskettu omista luvuistasi: mitä kappale maksaa, kuinka usein sitä korjataan, mitä katoaa. Mikään ei muutu ennen kuin olet nähnyt esikatselun.',
  typical: (value) => `Yksilöity kappale on tässä varastossa maksanut tyypillisesti ${value}.`,
  noTypical:
    'Alle kolmella yksilöidyllä kappaleella on tiedossa oleva hankintahinta, joten kappaleen arvoa ei vielä verrata.',
  failed: 'Neuvoja ei voitu laskea',
  serialize: 'Ansaitsee yksilöinnin',
  serializeText: 'Erät, joissa yksi kappale maksaa tai menettää niin paljon, että sitä kannattaa seurata.',
  noneToSerialize:
    'Mikään erä ei puolla yksilöintiä: mikään ei ole kallis kappaleelta, usein korjattu tai hävikkiä tuottava.',
  pool: 'Ei seurannan arvoinen',
  poolText: 'Yksitellen seurattuja kappaleita, jotka ovat halpoja ja joille ei tapahdu juuri mitään.',
  noneToPool:
    'Jokainen yksilöinti on paikallaan: mikään kappale ei ole niin halpa ja hiljainen, että se kuuluisi erään.',
  reasons: {
    'unit-value': (value, typical) =>
      `Yksi kappale maksoi ${value}; yksilöity maksaa tyypillisesti ${typical}`,
    repairs: (count, cost) => `Korjattu ${count} kertaa, yhteensä ${cost}, eikä kukaan tiedä mitä kappaleita`,
    losses: (lost, acquired, value) => `${lost}/${acquired} kappaletta menetetty, arvo ${value}`,
    'uneven-codes': (codes, quantity) =>
      `${codes} koodia ${quantity} kappaleella: osa erotetaan jo toisistaan`,
  },
  cheap: (value, typical) =>
    `Yksi kappale maksoi ${value}, enintään neljäsosan tyypillisestä hinnasta ${typical}`,
  quiet: (entries, units, count) =>
    count === 0
      ? `Yhteenkään ${units} kappaleesta ei ole kirjattu mitään hankinnan jälkeen`
      : `Yhteensä ${entries} ${count === 1 ? 'kirjaus' : 'kirjausta'} ${units} kappaleella hankinnan jälkeen`,
  batchOf: (count) => `${count} kappaleen erä`,
  units: (count) => `${count} kappaletta`,
  startSerialize: 'Yksilöi…',
  startPool: 'Yhdistä eräksi…',
  serializeNamed: (name) => `Yksilöi ${name}: katso, mikä muuttuisi`,
  poolNamed: (sku) => `Yhdistä eräksi SKU:n ${sku} kappaleet: katso, mikä muuttuisi`,
  open: (name) => `Avaa ${name}`,
  firstOf: (shown, all) => `Esikatseluun tulevat ensimmäiset ${shown}/${all}.`,
  more: (shown, all) => `${shown} eniten perusteltua, kaikkiaan ${all}.`,
};
