import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '#api/queryClient.ts';
import { warmUp } from '#api/warmUp.ts';
import { currencyDecimals } from '#domain/money.ts';
import { loadWords, preferredLanguage } from '#ui/chosenLanguage.ts';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { theme, themeVariables } from '#ui/theme.ts';
import '#ui/tokens.css';
import '#ui/ui.css';
import '#ui/menu.css';
import { createAppRouter } from './router.tsx';
import { listAtStart } from './startList.ts';

async function start(): Promise<void> {
  if (import.meta.env.MODE === 'demo') {
    const { startMock } = await import('#mocks/start.ts');
    await startMock();
  }
  const client = createQueryClient();
  warmUp(client, listAtStart(window.location));
  const language = preferredLanguage();
  document.documentElement.lang = language;
  const words = await loadWords(language);
  const root = document.querySelector('#app');
  if (!root) throw new Error('index.html has no #app');
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <LanguageProvider start={{ language, words }} decimalsOf={currencyDecimals}>
            <RouterProvider router={createAppRouter()} />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();
