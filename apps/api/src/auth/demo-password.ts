/** Shown on the login page and accepted only while the demo flag is set; production accounts never have it. */
export const DEMO_PASSWORD = 'ieum-demo-2016';
