import { Route, Routes } from 'react-router';
import { AppLayout } from './layout/app-layout';
import { NotFoundPage } from './not-found-page';
import type { AppRoute } from './app-route';
import { ROUTES } from './routes';
import { Guarded } from './session/guarded';

/** Turns the table of routes into pages inside the layout. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<AppLayout />}>
        {ROUTES.map((route) => (
          <Route key={route.path} path={route.path} element={<RoutedPage route={route} />} />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

function RoutedPage({ route: { access, Page } }: { readonly route: AppRoute }) {
  if (access === 'everybody') return <Page />;
  return (
    <Guarded permission={access === 'member' ? undefined : access}>
      <Page />
    </Guarded>
  );
}
