/**
 * @jest-environment ./e2e/support/time-zone-environment.mjs
 * @time-zone America/Los_Angeles
 */
import { describeKoreanDays } from './support/korean-days';

describeKoreanDays('America/Los_Angeles');
