import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** A page of its own file, loaded when it is first gone to. */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}
