import type { FastifyInstance } from 'fastify';

interface Route {
  readonly methods: readonly string[];
  readonly parts: readonly string[];
}

/** Which methods an address knows: what tells a wrong method (405) from an unknown address (404). */
export class RouteMethods {
  private readonly routes: Route[] = [];

  /** Call it before the routes are made. Catch-all routes (`/*`) know no address in particular and are left out. */
  listenTo(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      if (!url.includes('*')) this.routes.push({ methods: [method].flat(), parts: url.split('/') });
    });
  }

  /** Of an address without its query, sorted; none when it is unknown. */
  of(path: string): string[] {
    const asked = path.split('/');
    const found = this.routes.filter(
      ({ parts }) =>
        parts.length === asked.length &&
        parts.every((part, at) => part === asked[at] || (part.startsWith(':') && asked[at] !== '')),
    );
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  }
}
