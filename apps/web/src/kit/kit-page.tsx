export function KitPage() {
  return <main><h1>Kit</h1></main>
}
