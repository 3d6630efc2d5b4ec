import type { FromWorker, ToWorker } from './mockWorker.ts';
import { packRequest, unpackResponse } from './requestMessage.ts';
import type { SampleName } from './sampleNames.ts';

interface Waiting {
  resolve: (response: Response) => void;
  reject: (fault: Error) => void;
}

/** The application in its worker, as a function from request to answer. Any number of requests may be on their way. */
export function startWorkerApp(sample: SampleName): (request: Request) => Promise<Response> {
  const worker = new Worker(new URL('./mockWorker.ts', import.meta.url), { type: 'module' });
  const waitingById = new Map<number, Waiting>();
  let lastId = 0;
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const waiting = waitingById.get(data.id);
    waitingById.delete(data.id);
    if ('response' in data) waiting?.resolve(unpackResponse(data.response));
    else waiting?.reject(new Error(`The mock could not answer: ${data.fault}`));
  });
  send({ sample });
  return async (request) => {
    const message = await packRequest(request);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waitingById.set(id, { resolve, reject });
      send({ id, request: message }, message.body ? [message.body] : []);
    });
  };
}
