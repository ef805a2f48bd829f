import { LinkButton } from '../../components/link-button';
import { PageHeader } from '../../components/page-header';
import { useMessages } from '../../lib/language';
import { useUser } from '../../lib/session';
import { layoutMessages } from '../messages';
import { DueVisits } from './due-visits';
import { homeMessages } from './messages';
import { MatchStages } from './match-stages';
import { OpenNeeds } from './open-needs';
import { supportMessages } from './support-messages';
import { TodoList } from './todo-list';
import { useSupportTodo } from './use-support-todo';

/** Whom to visit today, what enterprises answered, how far the matches are, which needs nobody meets yet. */
export default function SupportHome() {
  const t = useMessages(supportMessages);
  const home = useMessages(homeMessages);
  const nav = useMessages(layoutMessages);
  const user = useUser();
  const todo = useSupportTodo();
  return (
    <div className="stack">
      <PageHeader
        title={home('welcome', { name: user.name })}
        description={user.institutionName ?? nav(`role_${user.role}`)}
      />
      <div className="cluster no-print">
        <LinkButton to="/visits/new?state=done" icon="edit">
          {t('logVisit')}
        </LinkButton>
        <LinkButton to="/consultations/new" variant="secondary" icon="phone">
          {t('logConsultation')}
        </LinkButton>
        <LinkButton to="/matches/new" variant="secondary" icon="columns">
          {t('newMatch')}
        </LinkButton>
      </div>
      <div className="home">
        <DueVisits />
        <TodoList {...todo} />
      </div>
      <MatchStages />
      <OpenNeeds />
    </div>
  );
}
