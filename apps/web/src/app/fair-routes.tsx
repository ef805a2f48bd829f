import type { AppRoute } from './routes';

/** The pages of the fairs, from the announcement to what came of it; part of ROUTES. */
export const FAIR_ROUTES: readonly AppRoute[] = [];
