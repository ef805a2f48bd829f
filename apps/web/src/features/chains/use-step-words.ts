import { useLanguage, useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import type { ChainStep } from './api';
import { chainMessages } from './messages';

/** What a step is called, how it stands and what it is about, in words. */
export function useStepWords() {
  const t = useMessages(chainMessages);
  const { language } = useLanguage();
  /** A word of a list that another feature keeps; a code without one is shown as it is. */
  const named = (key: string, code: string) => {
    const known: Readonly<Record<string, string>> = chainMessages[language];
    return known[key] ?? code;
  };
  return {
    kind: (step: ChainStep) => t(`kind_${step.kind}`),
    state: (step: ChainStep) => {
      if (step.kind === 'purchase') return step.countStatus === null ? '' : t(step.countStatus);
      const list = step.kind === 'answer' ? 'request' : step.kind;
      return named(`state_${list}_${step.state}`, step.state);
    },
    subject: (step: ChainStep) =>
      step.manner === null ? step.title : named(`manner_${step.kind}_${step.manner}`, step.manner),
    met: (step: ChainStep) => (step.metRole === null ? null : t('metRole', { role: step.metRole })),
    amount: (step: ChainStep) =>
      step.amountKrw === null ? null : t('won', { amount: showKrw(step.amountKrw) }),
    place: (step: ChainStep) => [step.institutionName, step.departmentName].filter(Boolean).join(' '),
    stage: (stage: string) => named(`state_match_${stage}`, stage),
    achievement: ({ achievement }: ChainStep) => {
      if (achievement === null) return null;
      const actual = showKrw(achievement.actualKrw);
      return achievement.targetKrw === null
        ? t('achievementOpen', { actual })
        : t('achievement', { actual, target: showKrw(achievement.targetKrw) });
    },
  };
}
