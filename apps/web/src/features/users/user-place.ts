import { useMessages } from '../../lib/language';
import type { User } from './api';
import { userMessages } from './messages';

/** Where an account belongs, in words: institution and department, the enterprise, or the centre. */
export function useUserPlace(): (user: User) => string {
  const t = useMessages(userMessages);
  return ({ role, institutionName, departmentName, enterpriseName }) => {
    if (role === 'enterprise') return enterpriseName ?? t('enterpriseNone');
    return [institutionName ?? t('centre'), departmentName].filter((part) => part !== null).join(' ');
  };
}
