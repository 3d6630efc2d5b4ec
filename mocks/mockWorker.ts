/** Runs in a dedicated worker: the real application over its database, asked by messages. The page stays free to draw. */
import { PurposelyBroken, openSampleApp } from './openSampleApp.ts';
import { type RequestMessage, type ResponseMessage, packResponse, unpackRequest } from './requestMessage.ts';
import type { SampleName } from './sampleNames.ts';
import { openSqliteWasm } from './sqliteWasm.ts';

/** The page's first message names the sample; each one after it is a request with a number that its answer bears too. */
export type ToWorker = { sample: SampleName } | { id: number; request: RequestMessage };
export type FromWorker = { id: number; response: ResponseMessage } | { id: number; fault: string };

let answering: Promise<(request: Request) => Promise<Response>> | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('sample' in data) answering = open(data.sample);
  else void answer(data.id, data.request);
});

async function open(sample: SampleName) {
  return openSampleApp(sample, { database: await openSqliteWasm(), report });
}

async function answer(id: number, message: RequestMessage): Promise<void> {
  try {
    const application = await answering;
    if (!application) throw new Error('A request came before the name of the sample');
    const response = await packResponse(await application(unpackRequest(message)));
    send({ id, response }, response.body ? [response.body] : []);
  } catch (error) {
    send({ id, fault: String(error) }, []);
  }
}

function send(message: FromWorker, transfer: Transferable[]): void {
  globalThis.postMessage(message, { transfer });
}

/** What the server would write to its log becomes an error of the page, where people and tests look. */
function report(fault: unknown): void {
  if (!(fault instanceof PurposelyBroken)) reportError(fault);
}
