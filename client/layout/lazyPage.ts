import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

export interface LazyPage extends LazyExoticComponent<ComponentType> {
  /** Brings its file before anybody goes there. */
  ahead: () => Promise<unknown>;
}

/** A page of its own file, loaded when it is first gone to. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): LazyPage {
  const page = lazy<ComponentType>(async () => ({ default: (await load())[name] }));
  return Object.assign(page, { ahead: load });
}
