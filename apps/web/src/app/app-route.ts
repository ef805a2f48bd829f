import type { ComponentType, LazyExoticComponent } from 'react';
import type { Access } from './navigation';

export interface AppRoute {
  /** pattern of react-router; the address of a list page is also its navigation path */
  readonly path: string;
  readonly access: Access;
  readonly Page: LazyExoticComponent<ComponentType>;
}
