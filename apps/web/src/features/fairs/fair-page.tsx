import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ComponentType } from 'react';
import { useParams } from 'react-router';
import { LoadFailed } from '../../components/load-failed';
import { PageHeader } from '../../components/page-header';
import { PageSkeleton } from '../../components/skeleton';
import { Tabs } from '../../components/tabs';
import { useLanguage, useMessages } from '../../lib/language';
import { useUrlState } from '../../lib/use-url-state';
import { fairQuery } from './api';
import { FairStateBadge } from './fair-state-badge';
import { fairDays } from './fair-texts';
import { tabsFor, type FairTab, type FairTabProps } from './fair-tabs';
import { LiveLinks } from './live-links';
import { fairWords } from './messages';
import { organiserMessages } from './organiser-messages';

/** What each tab shows, loaded when it is opened. */
const PARTS: Readonly<Record<FairTab, ComponentType<FairTabProps>>> = {
  overview: lazy(async () => ({ default: (await import('./overview/overview-tab')).OverviewTab })),
  desks: lazy(async () => ({ default: (await import('./parties/desks-tab')).DesksTab })),
  exhibitors: lazy(async () => ({ default: (await import('./parties/exhibitors-tab')).ExhibitorsTab })),
  wishes: lazy(async () => ({ default: (await import('./parties/wishes-tab')).WishesTab })),
  schedule: lazy(async () => ({ default: (await import('./schedule/schedule-tab')).ScheduleTab })),
  timetable: lazy(async () => ({
    default: (await import('./timetable/fair-timetable')).FairTimetable,
  })),
  report: lazy(async () => ({ default: (await import('./report/report-tab')).ReportTab })),
  follow_ups: lazy(async () => ({ default: (await import('./report/follow-ups-tab')).FollowUpsTab })),
};

const STATE = { tab: 'overview' } as const;

/** One fair, from its preparation to what came of it; every tab has an address. */
export default function FairPage() {
  const t = useMessages(organiserMessages);
  const word = useMessages(fairWords);
  const { language } = useLanguage();
  const { id = '' } = useParams();
  const [state, change] = useUrlState(STATE);
  const { data: fair, error, refetch } = useQuery(fairQuery(id));
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (fair === undefined) return <PageSkeleton label={word('loading')} />;
  const tabs = tabsFor(fair);
  return (
    <div className="stack">
      <PageHeader
        title={fair.name}
        description={[fair.hostName, fairDays(fair, language), fair.venue].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('title'), to: '/fairs' }]}
        actions={
          <div className="cluster">
            <FairStateBadge state={fair.state} />
            <LiveLinks fair={fair} />
          </div>
        }
      />
      <Tabs
        label={t('tabs')}
        selected={tabs.find((tab) => tab === state.tab) ?? 'overview'}
        onSelect={(tab) => change({ tab })}
        items={tabs.map((tab) => {
          const Part = PARTS[tab];
          return {
            id: tab,
            label: t(`tab_${tab}`),
            content: (
              <Suspense fallback={<PageSkeleton label={word('loading')} />}>
                <Part fair={fair} />
              </Suspense>
            ),
          };
        })}
      />
    </div>
  );
}
