import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { ToastProvider } from '../components/toast';
import { LanguageProvider } from '../lib/language';
import { createQueryClient } from '../lib/query-client';
import { AppRoutes } from './app-routes';
import { ErrorBoundary } from './error-boundary';
import { SessionProvider } from './session/session-provider';
import { ThemeProvider } from './theme';

export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <LanguageProvider>
      <ThemeProvider>
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <BrowserRouter>
              <SessionProvider>
                <ToastProvider>
                  <AppRoutes />
                </ToastProvider>
              </SessionProvider>
            </BrowserRouter>
          </QueryClientProvider>
        </ErrorBoundary>
      </ThemeProvider>
    </LanguageProvider>
  );
}
