import type { enRefusals } from './enRefusals.ts';
import type { Facts } from './facts.ts';

/** What each refusal means to the person, in Finnish. */
export const fiRefusals: Record<keyof typeof enRefusals, (facts: Facts) => string> = {
  'network.unreachable': () =>
    'Palvelin ei vastannut. Kirjoittamasi on tallella; yritä hetken päästä uudelleen.',
  'server.fault': () => 'Palvelimessa tapahtui virhe. Mitään ei muutettu; yritä uudelleen.',
  'answer.unexpected': () =>
    'Palvelimen vastausta ei ymmärretty. Lataa sivu uudelleen; se voi olla palvelinta vanhempi.',
  'request.invalid': () => 'Palvelin ei hyväksynyt tietoja tällaisinaan. Tarkista kentät.',
  'request.too-large': () => 'Tämä on suurempi kuin palvelin ottaa vastaan.',
  'request.unreadable': () => 'Palvelin ei voinut lukea lähetettyä. Yritä uudelleen.',
  'request.media-type': () => 'Palvelin ei ota vastaan tällaista sisältöä.',
  'idempotency.missing': () => 'Pyyntö oli vajaa. Lataa sivu uudelleen ja yritä taas.',
  'idempotency.reused': () => 'Tämä lähetettiin jo toisilla arvoilla. Yritä uudelleen.',
  'version.missing': () => 'Rivi on nähtävä ennen muuttamista. Lataa sivu uudelleen ja yritä taas.',
  'version.stale': () =>
    'Joku muutti riviä sillä välin. Näet sen nyt nykyisellään; muuta uudelleen, jos yhä haluat.',
  'path.missing': () => 'Tässä osoitteessa ei ole mitään.',
  'record.missing': () => 'Tätä riviä ei ole.',
  'entry.missing': () => 'Tätä kirjausta ei enää ole.',
  'import.missing': () => 'Tätä tuontia ei ole; se on ehkä hylätty.',
  'reading.missing': () => 'Tätä lukemaa ei enää ole.',
  'reading.invalid': (f) => `Lukema on kokonaisluku väliltä 0–${f.number('max')}.`,
  'reading.backwards': () =>
    'Mittari ei käy taaksepäin. Mitätöi väärä lukema tai kerro, että mittari alkoi alusta.',
  'reading.already-void': () => 'Tämä lukema on jo peruttu.',
  'sku.missing': (f) =>
    `Millään nimikkeellä ei ole SKU-tunnusta ${f.text('given')}. Anna se ensin nimikkeelle.`,
  'export.too-many': (f) =>
    `Taulukkotiedostoon mahtuu enintään ${f.number('max')} riviä. Rajaa raporttia tai ota se CSV-tiedostona.`,
  'view.missing': () => 'Näkymä on poistettu, tai sitä ei enää jaeta.',
  'view.not-yours': (f) =>
    `Näkymä “${f.text('name')}” kuuluu käyttäjälle ${f.text('ownerName')}. Tallenna se omalla nimelläsi.`,
  'view.too-many': (f) =>
    `Sinulla on jo ${f.number('max')} näkymää, enempää yhdellä ei voi olla. Poista ensin joitakin.`,
  'code.missing': (f) => `Millään rivillä ei ole koodia ${f.text('given')}.`,
  forbidden: () => 'Roolisi ei salli tätä. Kysy esihenkilöltä.',
  'quantity.invalid': (f) =>
    ({
      negative: 'Määrä ei voi olla alle nollan.',
      fraction: 'Määrä on kokonaisluku.',
      'too-large': `Suurin määrä on ${f.number('max')}.`,
    })[f.text('problem')] ?? 'Anna kokonaisluku, esimerkiksi 12.',
  'quantity.moved': (f) =>
    `Näit määrän ${f.number('seen')}, mutta se on nyt ${f.number('current')}. Laske uudelleen tai pidä erotus.`,
  'quantity.crossing': () => 'Tämä muuttaa rivin seurantaa ja vaatii ensin vastauksen.',
  'quantity.too-many-units': (f) =>
    `Kerralla lisätään enintään ${f.number('max')} uutta kappaletta; tämä olisi ${f.number('units')}.`,
  'cell.moved': (f) => `Joku muutti tätä välissä; arvo on nyt ”${f.text('current')}”.`,
  'batch.refused': () => 'Kaikkia soluja ei voi kirjoittaa, joten mitään ei muutettu.',
  'batch.repeated': () => 'Tämä solu on annettu kahdesti.',
  'batch.too-many': (f) =>
    `${f.number('given')} nimikettä on liikaa kerralla; enintään ${f.number('max')} muutetaan yhdessä. Rajaa luetteloa.`,
  'batch.moved': (f) =>
    `Luettelo on muuttunut: siinä oli ${f.number('seen')} nimikettä ja on nyt ${f.number('current')}. Katso uudelleen ennen muutosta.`,
  'request.cancelled': () => 'Peruttu. Mitään ei muutettu.',
  'reason.unfit': (f) => `Syy ei sovi. Mahdollisia: ${f.list('options').join(', ')}.`,
  'code.empty': () => 'Varastokoodi on tyhjä.',
  'code.too-long': (f) =>
    `Varastokoodissa on enintään ${f.number('max')} merkkiä; tässä on ${f.number('length')}.`,
  'code.control-character': (f) => `Koodissa ”${f.text('given')}” on ohjausmerkki. Kirjoita se uudelleen.`,
  'code.broken-text': () => 'Varastokoodi ei ole luettavaa tekstiä. Kirjoita se uudelleen.',
  'code.damaged': (f) =>
    `Taulukkolaskenta on muuttanut koodin ${f.text('given')} luvuksi. Muotoile sarake tekstiksi ja vie uudelleen.`,
  'code.repeated': (f) => `${f.text('given')} on annettu kahdesti.`,
  'code.too-many': (f) => `Enintään ${f.number('max')} koodia kerralla.`,
  'code.range-invalid': (f) =>
    ({
      order: `${f.text('given')} loppuu ennen alkuaan.`,
      prefix: `Välin ${f.text('given')} päät eroavat muustakin kuin viimeisestä luvusta.`,
    })[f.text('problem')] ?? `${f.text('given')} ei ole väli. Kirjoita A001..A050.`,
  'code.taken': (f) => `${f.text('given')} on jo rivillä ”${f.text('ownerName')}”.`,
  'reference.taken': (f) => `Viite ${f.text('given')} on jo toisella rivillä.`,
  'text.empty': () => 'Tämä ei voi olla tyhjä.',
  'text.too-long': (f) => `Enintään ${f.number('max')} merkkiä; tässä on ${f.number('length')}.`,
  'text.control-character': () => 'Tässä on ohjausmerkki. Kirjoita uudelleen.',
  'text.broken': () => 'Tämä ei ole luettavaa tekstiä. Kirjoita uudelleen.',
  'day.invalid': () => 'Tätä päivää ei ole olemassa.',
  'amount.invalid': () => 'Tämä ei ole rahasumma. Kirjoita esimerkiksi 1234,50.',
  'amount.too-precise': (f) => `Tässä valuutassa on ${f.number('decimals')} desimaalia.`,
  'amount.too-large': () => 'Summa on liian suuri tarkasti säilytettäväksi.',
  'amount.zero': () => 'Nollakirjaus ei kerro mitään.',
  'amount.other-currency': (f) => `Tämän varaston valuutta on ${f.text('currency')}, ei ${f.text('given')}.`,
  'service.invalid': () =>
    'Anna ensimmäinen ja viimeinen päivä tässä järjestyksessä ja kappaleet kokonaislukuna.',
  'entry.already-void': () => 'Kirjaus on jo mitätöity.',
  'entry.is-void': () => 'Tämä rivi kumoaa toisen eikä sitä voi mitätöidä. Tee kirjaus uudelleen.',
  'entry.ref-taken': () => 'Tämä kirjaus on jo tehty.',
  'conversion.too-many': (f) =>
    `Pyydettiin ${f.number('asked')}, mutta vain ${f.number('available')} on olemassa.`,
  'conversion.too-few': () => 'Valitse vähintään kaksi nimikettä.',
  'conversion.not-bulk': (f) => `”${f.text('name')}” ei edusta useaa kappaletta.`,
  'conversion.closed': (f) =>
    `”${f.text('name')}” on suljettu eikä siinä ole kappaleita. Avaa se tai jätä se pois.`,
  'conversion.different': (f) =>
    `Näiden SKU on eri: ${f.list('names').join(', ')}. Vain samanlaiset kappaleet voi yhdistää.`,
  'conversion.code-elsewhere': (f) => `Erällä ei ole koodia ${f.text('given')}.`,
  'operation.missing': () => 'Tätä toimenpidettä ei ole.',
  'operation.already-undone': () => 'Tämä on jo kumottu.',
  'operation.not-undone': () => 'Vain kumotun voi tehdä uudelleen.',
  'operation.not-undoable': () => 'Tällaista työtä ei voi kumota kokonaisuutena.',
  'operation.superseded': (f) => `”${f.text('recordName')}” on muuttunut tämän jälkeen. Peru ensin se.`,
  'import.not-ready': () => 'Tuonti on jo tehty tai hylätty.',
  'import.invalid': () => 'Tiedostot eivät ole vielä kunnossa. Korjaa rivit tai tuo kelvollinen osa.',
};
