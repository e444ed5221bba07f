using Progress.Reps;
using Xunit;

namespace Progress.Tests.Reps.Calls;

public sealed class CallTitleTests
{
    [Theory]
    [InlineData("Call - CONTACT | 3:00 | Ana", "CONTACT", 180, "Ana")]
    [InlineData("  call - contact | 0:30", "CONTACT", 30, null)]
    [InlineData("\t\nCALL - contact|0:30|Ana", "CONTACT", 30, "Ana")]
    [InlineData("cAlL -contact | 0:30", "CONTACT", 30, null)]
    [InlineData("Call - CONTACT | 0:30 | ", "CONTACT", 30, null)]
    [InlineData("Call - CONTACT | 0:30 |", "CONTACT", 30, null)]
    [InlineData("Call - CONTACT | 0:30 | Ana | Bo | ", "CONTACT", 30, "Ana | Bo |")]
    [InlineData("Call - CONTACT | 0:30 || Ana", "CONTACT", 30, "| Ana")]
    [InlineData("Call - CONTACT |\t0:30\t|\u00A0Ana\u00A0", "CONTACT", 30, "Ana")]
    [InlineData("Call - CONTACT | 0:30 | Call to Ana", "CONTACT", 30, "Ana")]
    [InlineData("Call - CONTACT | 0:30 | Call to Call to Ana", "CONTACT", 30, "Call to Ana")]
    [InlineData("Call - CONTACT | 0:30 | Call together", "CONTACT", 30, "Call together")]
    [InlineData("Call -  | 0:30 | Ana", "", 30, "Ana")]
    [InlineData("Call -| 0:30", "", 30, null)]
    [InlineData("Call - no answer | 0:30", "NO_ANSWER", 30, null)]
    [InlineData("Call - no-answer | 0:30", "NO_ANSWER", 30, null)]
    [InlineData("Call -   no - -  answer   | 0:30", "NO_ANSWER", 30, null)]
    [InlineData("Call - NO_-ANSWER | 0:30", "NO__ANSWER", 30, null)]
    [InlineData("Call - NO__ANSWER | 0:30", "NO__ANSWER", 30, null)]
    [InlineData("Call - no\tanswer | 0:30", "NO\tANSWER", 30, null)]
    [InlineData("Call - voicemai\u0131 | 0:30", "VOICEMAI\u0131", 30, null)]
    [InlineData("Call - ni | 0:30", "NI", 30, null)]
    public void A_title_with_two_or_three_parts_is_a_call(string title, string disposition, int seconds, string? lead) =>
        Assert.Equal(new CallTitle(CallTitleKind.Call, disposition, seconds, lead), CallTitle.Parse(title));

    [Theory]
    [InlineData("0:00", 0)]
    [InlineData("0:59", 59)]
    [InlineData("00:07", 7)]
    [InlineData("1:00", 60)]
    [InlineData("61:05", 3665)]
    [InlineData("0061:05", 3665)]
    [InlineData("1:01:05", 3665)]
    [InlineData("0:00:05", 5)]
    [InlineData("24:00:00", 86400)]
    [InlineData("23:59:59", 86399)]
    [InlineData("1440:00", 86400)]
    public void A_duration_is_minutes_without_bound_or_hours(string duration, int seconds) =>
        Assert.Equal(seconds, CallTitle.Parse($"Call - CONTACT | {duration} | Ana").Seconds);

    [Theory]
    [InlineData("0:60")]
    [InlineData("0:99")]
    [InlineData("0:5")]
    [InlineData("0:005")]
    [InlineData(":30")]
    [InlineData("0:")]
    [InlineData("30")]
    [InlineData("1:60:00")]
    [InlineData("1:5:00")]
    [InlineData("1:005:00")]
    [InlineData("1:00:60")]
    [InlineData("1:00:00:00")]
    [InlineData("24:00:01")]
    [InlineData("1440:01")]
    [InlineData("99999999999999999999:00")]
    [InlineData("99999999999999999999:00:00")]
    [InlineData("+1:00")]
    [InlineData("-1:20")]
    [InlineData("1:+2")]
    [InlineData("1: 20")]
    [InlineData("1 :20")]
    [InlineData("1.5:00")]
    [InlineData("\u0663:\u0660\u0660")]
    [InlineData("\uFF13:00")]
    [InlineData("3:00s")]
    [InlineData("Ana")]
    [InlineData("")]
    [InlineData("  ")]
    public void Any_other_duration_is_invalid_and_is_shown(string duration)
    {
        var title = CallTitle.Parse($"Call - CONTACT |{duration}| Ana");
        Assert.Equal(CallTitleKind.Invalid, title.Kind);
        Assert.Equal(duration.Trim(), title.Duration);
    }

    [Theory]
    [InlineData("Call - contact")]
    [InlineData("Call -")]
    [InlineData(" call - ")]
    [InlineData("Call - 3:00")]
    public void One_part_is_the_second_note_of_a_call(string title) =>
        Assert.Equal(CallTitleKind.Secondary, CallTitle.Parse(title).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("Call")]
    [InlineData("Call-")]
    [InlineData("Call- CONTACT | 3:00 | Ana")]
    [InlineData("Call  - CONTACT | 3:00 | Ana")]
    [InlineData("Call \u2013 CONTACT | 3:00 | Ana")]
    [InlineData("Recall - CONTACT | 3:00 | Ana")]
    [InlineData("SMS - CONTACT | 3:00 | Ana")]
    [InlineData("Email - hello")]
    [InlineData("Note - roof")]
    [InlineData("Re: Call - CONTACT | 3:00 | Ana")]
    public void Anything_else_is_not_a_call(string title) =>
        Assert.Equal(CallTitleKind.NotACall, CallTitle.Parse(title).Kind);
}
