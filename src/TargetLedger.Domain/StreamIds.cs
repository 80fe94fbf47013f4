using System.Security.Cryptography;
using System.Text;

namespace TargetLedger.Domain;

/// <summary>
/// Stream ids derived from what people call a thing, so that an import that was cut off and is run again meets its own
/// streams and doubles nothing.
/// </summary>
public static class StreamIds
{
    public const string PlanType = "plan";
    public const string CommitmentType = "commitment";
    public const string UnitType = "unit";
    public const string GroupType = "group";
    public const string RulesType = "rules";
    public const string DraftType = "draft";
    public const string ScheduleType = "schedule";
    public const string PostsType = "posts";
    public const string SubmissionType = "submission";
    public const string CallsType = "calls";
    public const string InboxType = "inbox";
    public const string PlanDraftType = "plan_draft";
    public const string SampleType = "sample";
    public const string LinkProposalType = "link_proposal";

    public static string Plan(string code) => Derived(PlanType, code);

    public static string Commitment(string planCode, string number) => Derived(CommitmentType, planCode, number);

    public static string Unit(string code) => Derived(UnitType, code);

    public static string Group(string code) => Derived(GroupType, code);

    /// <summary>One stream holds the ledger's rules.</summary>
    public static string Rules { get; } = Derived(RulesType, "rules");

    /// <summary>One stream holds the calendars and the terms of reporting.</summary>
    public static string Schedule { get; } = Derived(ScheduleType, "schedule");

    /// <summary>One stream holds the rules of submission.</summary>
    public static string Submission { get; } = Derived(SubmissionType, "submission");

    /// <summary>Who holds the posts of a unit.</summary>
    public static string Posts(string unit) => Derived(PostsType, unit);

    /// <summary>The reminders a unit was phoned with.</summary>
    public static string Calls(string unit) => Derived(CallsType, unit);

    /// <summary>What is seen and done of a unit's inbox, or of the supervisors'.</summary>
    public static string Inbox(string owner) => Derived(InboxType, owner);

    /// <summary>Types of streams no board is made of; whoever needs one folds it.</summary>
    public static bool IsBesideBoards(string type) => type is PostsType or SubmissionType or CallsType or InboxType or LinkProposalType;

    public static string LinkProposal(Guid id) => $"{LinkProposalType}-{id:D}";

    /// <summary>The id of what is proposed for a pair of commitments.</summary>
    public static Guid LinkProposalOf(string source, string target) => NameBased(LinkProposalType, source, target);

    public static string Sample(Guid id) => $"{SampleType}-{id:D}";

    public static string Draft(Guid id) => $"{DraftType}-{id:D}";

    public static string PlanDraft(Guid id) => $"{PlanDraftType}-{id:D}";

    /// <summary>A name-based UUID in RFC 9562's free form (version 8), from SHA-256 over the parts.</summary>
    public static Guid NameBased(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static string Derived(string type, params ReadOnlySpan<string> parts) => $"{type}-{NameBased([type, .. parts]):D}";
}
