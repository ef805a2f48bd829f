import { LinkButton } from '../../components/link-button';
import { useMessages } from '../../lib/language';
import { DueVisits } from './due-visits';
import { MatchStages } from './match-stages';
import { OpenNeeds } from './open-needs';
import { Shortcuts } from './shortcuts';
import { supportMessages } from './support-messages';
import { TodoList } from './todo-list';
import { useSupportTodo } from './use-support-todo';

/** Whom to visit today, what enterprises answered, how far the matches are, which needs nobody meets yet. */
export default function SupportHome() {
  const t = useMessages(supportMessages);
  const todo = useSupportTodo();
  return (
    <div className="stack">
      <Shortcuts>
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
      </Shortcuts>
    </div>
  );
}
