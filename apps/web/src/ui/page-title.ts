import { useEffect } from 'react'

let title = 'Hubline'
let errors = 0

function write(): void {
  document.title = errors > 0 ? `Error: ${title}` : title
}

/** The tab's title: what the page is, then whose it is. */
export function usePageTitle(page: string, hub?: string): void {
  useEffect(() => {
    title = [page, hub, 'Hubline'].filter(Boolean).join(' - ')
    write()
  }, [page, hub])
}

/** While a problem stands on the page its title begins "Error: ". */
export function useErrorTitle(stands: boolean): void {
  useEffect(() => {
    if (!stands) return
    errors += 1
    write()
    return () => {
      errors -= 1
      write()
    }
  }, [stands])
}
