/** Checks of the start-up tools themselves: plain modules, nothing to transform. */
export default {
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/*.spec.mjs'],
  testEnvironment: 'node',
  moduleFileExtensions: ['mjs', 'js', 'json', 'node'],
  maxWorkers: 1,
  testTimeout: 60_000,
  transform: {},
};
