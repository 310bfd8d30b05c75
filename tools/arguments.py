"""What the intake tools take, described for a language model; values are read strictly at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StrictFloat,
    StrictInt,
    StrictStr,
    ValidationError,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

from cases.application import FieldName
from tools.tool import describe

StatedField = Literal[
    "merchant_name",
    "email",
    "phone",
    "website",
    "business_type",
    "annual_revenue",
    "currency",
    "years_in_business",
    "business_license",
    "address",
    "tax_id",
    "owners",
    "iban",
    "routing_number",
    "account_number",
    "legal_form",
    "expected_monthly_volume",
    "average_ticket",
    "highest_ticket",
    "online_share",
    "delivery_days",
    "refund_policy",
    "subscriptions",
    "former_processor",
    "terminations",
]
"""The fields that a merchant states; the merchant category code follows from the line of business."""

MOST = 40
"""Items in one call; an application has twenty-five fields."""

Number = Annotated[int, Field(ge=1, description="Number of the message or document: [message 12].")]
Quote = Annotated[
    str,
    Field(
        min_length=1,
        max_length=4000,
        description="The merchant's own words in that message, copied exactly, tokens included.",
    ),
]


class _Arguments(BaseModel):
    model_config = ConfigDict(extra="forbid")


class StatedAddress(_Arguments):
    """A postal address as far as it was stated."""

    line1: Annotated[str | None, Field(description="Street, number, suite.")] = None
    city: str | None = None
    region: Annotated[str | None, Field(description="State or province, as written.")] = None
    postal_code: str | None = None
    country: Annotated[str | None, Field(description="Two letters, ISO 3166.")] = None


class StatedOwner(_Arguments):
    """An owner as far as stated."""

    name: str
    ownership_percent: Annotated[float | None, Field(description="0 to 100.")] = None


class StatedFact(_Arguments):
    """One fact."""

    field: StatedField
    value: Annotated[
        StrictStr | StrictInt | StrictFloat | StatedAddress | list[StatedOwner],
        Field(
            description=(
                "Text or a token as written; a whole number for amounts, years_in_business, "
                "online_share (percent) and delivery_days; an object for address; a list for owners."
            )
        ),
    ]
    message: Number
    quote: Quote


class AbsentItem(_Arguments):
    """One item that the merchant does not have, or does not have yet."""

    field: StatedField
    message: Number
    quote: Quote


@dataclass(frozen=True)
class Unreadable:
    """An item that has not the shape of one; it is refused by itself and the others go on."""

    field: str
    reason: str


class _ByItself:
    """Validates an item of a list so that a misshapen one becomes Unreadable; same JSON schema."""

    def __init__(self, item: type[BaseModel]) -> None:
        self._item = item

    def __get_pydantic_core_schema__(self, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler.generate_schema(self._item)
        return core_schema.no_info_wrap_validator_function(_read_item, inner)


def _read_item(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    try:
        return handler(value)
    except ValidationError as error:
        fields = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        return Unreadable(str(fields.get("field", "?"))[:50], describe(error))


class RecordFacts(_Arguments):
    """Arguments of record_facts."""

    facts: Annotated[
        list[Annotated[StatedFact | Unreadable, _ByItself(StatedFact)]],
        Field(min_length=1, max_length=MOST),
    ]


class DeclareAbsent(_Arguments):
    """Arguments of declare_absent."""

    items: Annotated[
        list[Annotated[AbsentItem | Unreadable, _ByItself(AbsentItem)]],
        Field(min_length=1, max_length=MOST),
    ]


class PutOff(_Arguments):
    """Arguments of postpone_items."""

    items: Annotated[
        list[Annotated[AbsentItem | Unreadable, _ByItself(AbsentItem)]],
        Field(min_length=1, max_length=MOST),
    ]


class Wanted(_Arguments):
    """Arguments of request_person."""

    message: Number
    quote: Quote


class Reply(_Arguments):
    """Arguments of reply_to_merchant."""

    text: Annotated[str, Field(description="What the merchant reads. No status, no outcome.")]
    asks: Annotated[
        list[StatedField],
        Field(max_length=MOST, description="The fields that the text asks for; may be empty."),
    ] = []

    @property
    def fields(self) -> tuple[FieldName, ...]:
        """The fields asked for, each once."""
        return tuple(FieldName(name) for name in dict.fromkeys(self.asks))


class PresentSummary(_Arguments):
    """Arguments of present_summary."""

    text: Annotated[
        str,
        Field(max_length=1000, description="A sentence before the summary; may be empty."),
    ] = ""


class QuestionAnswer(_Arguments):
    """Arguments of answer_question."""

    question: Annotated[
        str, Field(max_length=40, description="The key of the question: question, question.2.")
    ]
    message: Number
    quote: Quote


class Submit(_Arguments):
    """Arguments of submit_application."""

    message: Number
    quote: Quote
