import { Department } from '../institutions/department.entity';
import { Institution } from '../institutions/institution.entity';

/** Listed one by one: a glob would not survive the build. */
export const ENTITIES = [Institution, Department];
