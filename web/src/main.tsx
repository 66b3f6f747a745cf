import { render } from 'preact'
import '@fontsource-variable/inter/wght.css'
import { App } from './app.tsx'
import './style.css'
import { directionOf, language } from './texts.ts'
import { readTheme, showTheme } from './theme.ts'

document.documentElement.lang = language
document.documentElement.dir = directionOf(language)
showTheme(readTheme())
render(<App />, document.getElementById('app') as HTMLElement)
