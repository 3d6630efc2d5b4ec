import { readShared } from './sharedData.ts';
import type { Answer, TestApp } from './testApp.ts';

interface Files {
  records?: string | Buffer<ArrayBuffer>;
  ledger?: string | Buffer<ArrayBuffer>;
  takeSoldOut?: 'yes' | 'no';
}

export async function checkFiles(
  app: TestApp,
  { records, ledger, takeSoldOut = 'no' }: Files,
): Promise<Answer> {
  const form = new FormData();
  if (records !== undefined) form.set('records', new File([records], 'records.csv'));
  if (ledger !== undefined) form.set('ledger', new File([ledger], 'ledger.csv'));
  form.set('takeSoldOut', takeSoldOut);
  return app.ask('POST', '/api/imports', { form });
}

export async function bringIn(app: TestApp, files: Files, mode: 'all' | 'valid' = 'all'): Promise<Answer> {
  const { body } = await checkFiles(app, files);
  return app.ask('POST', `/api/imports/${body.id}/commit`, { body: { mode } });
}

export const KNOEDLER = '01-knoedler-resale';

/** The stock books of an art dealer. */
export const knoedler = () => ({
  records: readShared(`${KNOEDLER}/records-usd.csv`),
  ledger: readShared(`${KNOEDLER}/ledger-usd.csv`),
});
