import { TestEnvironment } from 'jest-environment-jsdom';

/**
 * jsdom has no fetch of its own and hides Node's; the typed client needs the whole set. Without AbortSignal
 * every request throws and the query library retries quietly, which looks like a hang.
 */
const NODE_WEB_GLOBALS = {
  fetch,
  Request,
  Response,
  Headers,
  FormData,
  AbortController,
  AbortSignal,
  ReadableStream,
  TransformStream,
  TextEncoder,
  TextDecoder,
};

export default class BrowserLikeEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, NODE_WEB_GLOBALS);
    this.global.IS_REACT_ACT_ENVIRONMENT = true;
  }
}
