/**
 * @jest-environment ./e2e/support/time-zone-environment.mjs
 * @time-zone Pacific/Kiritimati
 */
import { describeKoreanDays } from './support/korean-days';

describeKoreanDays('Pacific/Kiritimati');
