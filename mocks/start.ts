import { setupWorker } from 'msw/browser';
import { HttpResponse, http } from 'msw/http';
import { SAMPLES, type Sample, chooseSample } from './sampleNames.ts';
import { startWorkerApp } from './workerApp.ts';

const SLOW_MS = 1500;

/**
 * From here on every `/api` request of this page is answered by the real application, which runs in a worker over a
 * database in memory that holds the sample named in the page's address.
 */
export async function startMock(): Promise<void> {
  const name = chooseSample(location.search, sessionStorage);
  const { answers }: Sample = SAMPLES[name];
  // Started first: the application opens while the service worker is being installed.
  const application = startWorkerApp(name);
  const answer = http.all('/api/*', async ({ request }) => {
    if (answers === 'offline') return HttpResponse.error();
    if (answers === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    return application(request);
  });
  await setupWorker(answer).start({
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
    onUnhandledFrame: 'bypass',
    quiet: true,
  });
}
