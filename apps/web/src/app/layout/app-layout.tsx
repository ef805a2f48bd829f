import { Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageSkeleton } from '../../components/skeleton';
import { useMessages } from '../../lib/language';
import { ErrorBoundary } from '../error-boundary';
import { layoutMessages } from '../messages';
import { FairOutbox } from './fair-outbox';
import { Footer } from './footer';
import { Header } from './header';
import { NavigationSheet } from './navigation-sheet';
import { SideNavigation } from './side-navigation';
import { useKeptFocus } from './use-kept-focus';
import { useNavigation } from './use-navigation';
import './app-layout.css';

/** The frame around every page: skip link, header, navigation, content, footer. */
export function AppLayout() {
  const t = useMessages(layoutMessages);
  const { pathname } = useLocation();
  const groups = useNavigation();
  const [sheetOpen, setSheetOpen] = useState(false);
  const main = useFocusOnNewPage(pathname);
  useKeptFocus(main);
  const hasNavigation = groups.length > 0 && pathname !== '/login';
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <Header onOpenNavigation={hasNavigation ? () => setSheetOpen(true) : undefined} />
      <div className={hasNavigation ? 'app-body app-body--navigated' : 'app-body'}>
        {hasNavigation && (
          <nav className="app-navigation" aria-label={t('mainNavigation')}>
            <SideNavigation groups={groups} />
          </nav>
        )}
        <main className="app-main" id="content" tabIndex={-1} ref={main}>
          <FairOutbox />
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<PageSkeleton label={t('loading')} />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <Footer />
      {hasNavigation && (
        <NavigationSheet groups={groups} open={sheetOpen} onClose={() => setSheetOpen(false)} />
      )}
    </>
  );
}

/** A new page begins at its top for the eye and for the keyboard, as a loaded document would. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
