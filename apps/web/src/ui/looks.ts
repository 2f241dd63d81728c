import { useSyncExternalStore } from 'react'

export type Theme = 'auto' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function kept(name: string): string | null {
  return localStorage.getItem(`hubline.${name}`)
}

/** Puts the person's choices on the page; called before the first paint and at every change. */
export function wearLooks(): void {
  const { dataset } = document.documentElement
  if (theme() === 'auto') delete dataset['theme']
  else dataset['theme'] = theme()
  dataset['density'] = density()
  for (const tell of listeners) tell()
}

function theme(): Theme {
  const found = kept('theme')
  return found === 'light' || found === 'dark' ? found : 'auto'
}

function density(): Density {
  return kept('density') === 'compact' ? 'compact' : 'comfortable'
}

export function setTheme(next: Theme): void {
  localStorage.setItem('hubline.theme', next)
  wearLooks()
}

export function setDensity(next: Density): void {
  localStorage.setItem('hubline.density', next)
  wearLooks()
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme)
}

export function useDensity(): Density {
  return useSyncExternalStore(subscribe, density)
}
