"""The front door to Jinja: fills templates in, and says by a digest whether one is still the same."""

import hashlib
import traceback
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
)
from jinja2.bccache import Bucket
from jinja2.filters import do_mark_safe as safe

from generator.errors import SettingsError
from generator.languages import Language

_I18N = "jinja2.ext.i18n"
Filters = Mapping[str, Callable[..., object]]

__all__ = ["Filters", "Templates", "safe"]


class _Loader(FileSystemLoader):
    """Reads templates, and says which one is not UTF-8."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The source of a template, the name of its file, and whether that is still the same."""
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("this is not UTF-8", line, template) from error


class _Compiled(BytecodeCache):
    """What templates compile to, which is the same in all languages, as long as the process lives."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where its template was compiled from this very source."""
        if code := self._codes.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


class _Environment(Environment):
    """One in which all templates have the same global names from the beginning."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """These names as one mapping, not as a chain of several, which each import and include would look through."""
        return {**self.globals, **(d or {})}


class Templates:
    """The templates of some folders, of which the first that has a name decides, in some languages.

    `filters` gives those of each language, by its code.
    """

    def __init__(
        self, folders: tuple[Path, ...], languages: Mapping[str, Language], filters: Callable[[Language], Filters]
    ) -> None:
        self._loader = _Loader(folders)
        self._environments = {code: self._environment(each, filters(each)) for code, each in languages.items()}
        self._digests: dict[str, str] = {}

    def _environment(self, language: Language, filters: Filters) -> Environment:
        environment = _Environment(
            loader=self._loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,  # a build is of one moment: to ask for each page whether one was saved since took time
            extensions=[_I18N],
            bytecode_cache=_COMPILED,
        )
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
        environment.filters |= filters
        return environment

    def filled(self, name: str, lang: str, values: Mapping[str, object]) -> Iterator[str]:
        """The text of a template with these values, in pieces. Raises `SettingsError` where a template is faulty."""
        with self._faults_named(name):
            yield from self._environments[lang].get_template(name).generate(values)

    def digest(self, name: str) -> str:
        """A digest of a template and all that it includes, extends or imports."""
        if name not in self._digests:
            with self._faults_named(name):
                sources = self._with_inner(name)
            parts = "\0".join(sources[key] for key in sorted(sources))
            self._digests[name] = hashlib.sha256(parts.encode()).hexdigest()
        return self._digests[name]

    @contextmanager
    def _faults_named(self, template: str) -> Iterator[None]:
        """Turn a designer's mistake into a `SettingsError` that names the template and the line."""
        try:
            yield
        except TemplateSyntaxError as error:
            raise SettingsError(f"layouts/templates/{error.name}, line {error.lineno}: {error.message}") from error
        except (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
            places = self._places(error)
            if not places and not isinstance(error, TemplateError):
                raise  # a fault of ours: no template took part
            place = places[-1] if places else template
            raise SettingsError(f"layouts/templates/{place}: {error}") from error

    def _places(self, error: Exception) -> list[str]:
        """The templates that an error passed through, each with its line, the innermost last."""
        return [
            f"{Path(frame.filename).relative_to(folder).as_posix()}, line {frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)
            for folder in self._loader.searchpath
            if Path(frame.filename).is_relative_to(folder)
        ]

    def _with_inner(self, name: str) -> dict[str, str]:
        """The sources of a template and of those it refers to, by name.

        One that is not there counts as empty: it may be meant so, and drawing tells. A template that takes a name from
        the page may refer to any other.
        """
        environment = next(iter(self._environments.values()))
        sources: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in sources:
                with suppress(TemplateNotFound):
                    sources[current] = self._loader.get_source(environment, current)[0]
                inner = _referred(sources.get(current, ""), current)
                if None in inner:
                    return sources | self._all_sources
                waiting.extend(other for other in inner if other)
        return sources

    @cached_property
    def _all_sources(self) -> dict[str, str]:
        """The digests of all files among the templates, by name; of those of one name the one that is used."""
        folders = [Path(folder) for folder in reversed(self._loader.searchpath)]
        names = [name for name in self._loader.list_templates() if "/." not in f"/{name}"]
        paths = {name: folder / name for folder in folders for name in names if (folder / name).is_file()}
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in paths.items()}


@lru_cache(maxsize=500)
def _referred(source: str, name: str) -> frozenset[str | None]:
    """The names of the templates that this one refers to, with `None` among them where the page decides on one."""
    parsed = Environment(autoescape=True, extensions=[_I18N]).parse(source, name)
    return frozenset(meta.find_referenced_templates(parsed))
